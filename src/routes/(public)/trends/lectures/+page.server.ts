import { reportingPeriods } from '$lib/domain/reporting-period';
import { findRootUnit } from '$lib/server/db/units';
import { readFigures } from '$lib/server/figures';
import { readLecturesByVillage, readLectureTrend } from '$lib/server/lecture-figures';
import { chooseYear } from '$lib/server/report-year';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context: ctx }, url }) => {
	const today = ctx.today();
	const scope = (await findRootUnit(ctx.db))?.id ?? '';
	const { year, years } = await chooseYear(ctx.db, { scope, asked: url.searchParams.get('year'), today });
	const query = { scope, year, today };
	const periods = reportingPeriods(year, today);
	const [figures, kinds, villages, months] = await Promise.all([
		readFigures(ctx.db, { scope, periods }),
		readLectureTrend(ctx.db, { ...query, by: 'kind' }),
		readLecturesByVillage(ctx.db, query),
		readLectureTrend(ctx.db, { ...query, by: 'month' })
	]);
	const attendance = figures.find(({ id }) => id === 'lecture-attendance')!;
	return { year, years, periods, attendance, kinds, villages, months };
};
