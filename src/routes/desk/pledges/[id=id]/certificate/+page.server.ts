import { error, redirect } from '@sveltejs/kit';
import { findPledge } from '$lib/server/db/pledges/pledges';
import { mayActFor } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

/** Staff of the village print it for a household that has no phone: the full name is what the sheet is for. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const found = await findPledge(ctx.db, params.id);
	if (!found) error(404);
	const { pledge, text, village } = found;
	if (!(await mayActFor(ctx, pledge.villageId))) error(403);
	if (pledge.isWithdrawn) redirect(303, `/desk/pledges/${pledge.id}`);
	return {
		id: pledge.id,
		certificate: {
			audience: pledge.audience,
			signedOn: pledge.signedOn,
			code: pledge.code,
			text,
			village,
			name: ctx.keys.open(pledge.nameSealed, 'pledges.name', pledge.id)
		}
	};
};
