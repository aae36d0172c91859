import { error } from '@sveltejs/kit';
import { chooseHoursYear, readCertificate } from '$lib/server/shifts/certificate';
import type { PageServerLoad } from './$types';

/** One's own certificate of a year (?year=). */
export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	if (ctx.actor.kind !== 'account') error(403);
	const year = chooseHoursYear(ctx, url.searchParams.get('year'));
	const certificate = await readCertificate(ctx, { accountId: ctx.actor.accountId, year });
	if (!certificate) error(404);
	return { certificate };
};
