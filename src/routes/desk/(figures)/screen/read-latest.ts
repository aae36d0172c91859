import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Context } from '$lib/server/context';
import { readFigures } from '$lib/server/figures/figures';
import { chooseYear } from '$lib/server/figures/report-year';
import { readScreen } from '$lib/server/desk/screen';
import { periodWords } from '$lib/ui/figures/period-words';
import { drawCharts } from '../../../trend-charts';

export type Latest = Awaited<ReturnType<typeof readLatest>>;

/**
 * All that the big screen shows, as of now. Its charts are the public ones, since anyone in the hall can read them.
 */
export async function readLatest(ctx: Context) {
	const { scope, today, ...screen } = await readScreen(ctx);
	const { year } = await chooseYear(ctx.db, { scope, asked: null, today });
	const periods = reportingPeriods(year, today);
	const query = { scope, range: yearBounds(year), periods };
	const words = periodWords(periods);
	const [figures, charts] = await Promise.all([
		readFigures(ctx.db, query),
		drawCharts(ctx.db, query, words, ['held-by-month', 'held-by-village', 'coverage-by-village'])
	]);
	const [held, dissuaded] = (['banquets-held', 'banquets-dissuaded'] as const).map((id) => {
		const { value, previous, changeRate } = figures.find((figure) => figure.id === id)!;
		return { value, previous, changeRate };
	});
	return { ...screen, today, year, periods, words, held: held!, dissuaded: dissuaded!, charts };
}
