import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Context } from '$lib/server/context';
import { figuresPart } from '$lib/server/figures/figures';
import { readParts } from '$lib/server/figures/trend-asker';
import { chooseYear } from '$lib/server/figures/report-year';
import { readScreen } from '$lib/server/desk/screen';
import { scopeOf } from '$lib/server/people/rights';
import { periodWords } from '$lib/ui/figures/period-words';
import { chartsPart } from '../../../trend-charts';

export type Latest = Awaited<ReturnType<typeof readLatest>>;

/** As many as fit: those with the most. */
const villagesShown = 6;

/**
 * All that the big screen shows, as of now. Its charts are the public ones, since anyone in the hall can read them.
 */
export async function readLatest(ctx: Context) {
	const [scope, today] = [scopeOf(ctx), ctx.today()];
	const { unit, year, starts } = await chooseYear(ctx.db, { scope, asked: null, today });
	const periods = reportingPeriods(year, today);
	const query = { scope, range: yearBounds(year), periods, starts };
	const words = periodWords(periods);
	const [screen, { figures, charts }] = await Promise.all([
		readScreen(ctx, starts),
		readParts(ctx.db, query, {
			figures: figuresPart(['banquets-held', 'banquets-dissuaded']),
			charts: chartsPart(['held-by-month', 'held-by-village', 'coverage-by-village'], words, villagesShown)
		})
	]);
	const [held, dissuaded] = figures.map(({ value, previous, changeRate }) => ({ value, previous, changeRate }));
	return {
		unit: { name: unit!.name, nameEn: unit!.nameEn },
		...screen,
		today,
		year,
		periods,
		words,
		held: held!,
		dissuaded: dissuaded!,
		charts
	};
}
