import { error } from '@sveltejs/kit';
import { findPledgeText } from '$lib/server/db/pledges/pledge-texts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const text = await findPledgeText(locals.context.db, params.id);
	if (!text) error(404);
	return { text, isIssued: url.searchParams.has('issued') };
};
