import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import { getFigure } from '$lib/domain/figures/figure';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Context } from '$lib/server/context';
import { readParts } from '$lib/server/figures/trend-asker';
import { chooseYear } from '$lib/server/figures/report-year';
import { publishedReading } from '$lib/server/releases/public-figures';
import { readPublished, publishedPeriods } from '$lib/server/releases/read-published';
import { readScreen } from '$lib/server/desk/screen';
import { scopeOf } from '$lib/server/people/rights';
import { yearWords } from '$lib/ui/figures/asked-words';
import { chartsPart } from '../../../trend-charts';

export type Latest = Awaited<ReturnType<typeof readLatest>>;

/** As many as fit: those with the most. */
const villagesShown = 6;

/**
 * All that the big screen shows, as of now. Of banquets and pledges it shows what is published of the town, since anyone in the hall can read it.
 */
export async function readLatest(ctx: Context) {
	const [root, today] = [await ctx.rootUnit(), ctx.today()];
	const scope = root?.id ?? scopeOf(ctx);
	const { unit, year, starts } = await chooseYear(ctx.db, { scope, asked: null, today });
	const range = yearBounds(year);
	const published = await readPublished(ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	const periods = publishedPeriods(published, 'banquets-held', { range, today });
	const query = { scope, range, periods, published, starts };
	const words = yearWords(periods);
	const [screen, { charts }] = await Promise.all([
		readScreen(ctx, starts),
		readParts(ctx.db, query, {
			charts: chartsPart(['held-by-month', 'held-by-village', 'coverage-by-village'], words, villagesShown)
		})
	]);
	const [held, dissuaded] = (['banquets-held', 'banquets-dissuaded'] as const).map((id) => {
		const { value, previous, changeRate, shown, previousShown } = publishedReading(getFigure(id), { ...query, today });
		return { value, previous, changeRate, shown, previousShown };
	});
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
