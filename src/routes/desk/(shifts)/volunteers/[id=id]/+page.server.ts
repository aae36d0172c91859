import { openOwn } from '$lib/server/people/open-record';
import { chooseHoursYear, readCertificate } from '$lib/server/shifts/certificate';
import type { PageServerLoad } from './$types';

/** The certificate of a volunteer of the own unit or one below it (?year=). */
export const load: PageServerLoad = async ({ locals: { context: ctx }, params, url }) => {
	const year = chooseHoursYear(ctx, url.searchParams.get('year'));
	const certificate = await openOwn(
		ctx,
		await readCertificate(ctx, { accountId: params.id, year }),
		({ unitId }) => unitId
	);
	return { certificate };
};
