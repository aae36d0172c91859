import { error } from '@sveltejs/kit';
import { chooseHoursYear, readCertificate } from '$lib/server/shifts/certificate';
import { mayActFor } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

/** The certificate of a volunteer of the own unit or one below it (?year=). */
export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const year = chooseHoursYear(ctx, url.searchParams.get('year'));
	const certificate = await readCertificate(ctx, { accountId: params.id, year });
	if (!certificate) error(404);
	if (!(await mayActFor(ctx, certificate.unitId))) error(403);
	return { certificate };
};
