import { reportingPeriods } from '$lib/domain/reporting-period';
import { readGuestsByMonth, readGuestsByVillage, readPrivateBanquets } from '$lib/server/birthday-trends';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { chooseYear } from '$lib/server/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const query = { scope, year, today };
	const periods = reportingPeriods(year, today);
	const [figures, villages, months] = await Promise.all([
		readFigures(ctx.db, { scope, periods }),
		readGuestsByVillage(ctx.db, query),
		readGuestsByMonth(ctx.db, query)
	]);
	const hosted = figures.find(({ id }) => id === 'elders-hosted')!;
	return {
		year,
		years,
		periods,
		figures: figures.filter(({ id }) => ['birthday-banquets', 'elders-hosted', 'cakes-delivered'].includes(id)),
		villages,
		months,
		/** Apart from the counted figures, never summed with them. */
		estimate: hosted.value ? await readPrivateBanquets(ctx.db, { ...query, guests: hosted.value }) : null
	};
};
