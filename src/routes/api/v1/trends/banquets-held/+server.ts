import { occasions } from '$lib/domain/banquets/banquet';
import { yearBounds } from '$lib/domain/calendar/calendar';
import { rangePeriods } from '$lib/domain/calendar/reporting-period';
import type { Breakdown, Trend, TrendCell } from '$lib/domain/figures/trend';
import { occasionsIn } from '$lib/domain/releases/occasion-groups';
import type { Locale } from '$lib/paraglide/runtime.js';
import { publishedLine, publishedOccasions, publishedTable } from '$lib/server/figures/published-trends';
import { readPart, type TrendPart } from '$lib/server/figures/trend-asker';
import type { NamedCell } from '$lib/server/figures/trends';
import { readPublished, publishedPeriods } from '$lib/server/releases/read-published';
import { labelled, monthsLabel, occasionLabel, releasedOccasion } from '$lib/ui/figures/trend-words';
import { unitNameIn } from '$lib/ui/units/unit-name';
import { answer, readOnly, readTrendQuery, shownAs } from '../../open-answer';
import type { RequestHandler } from './$types';

const held = 'banquets-held';
const parts: Record<Breakdown, TrendPart<Trend>> = {
	month: publishedLine(held),
	village: publishedTable(held, 'villages'),
	occasion: publishedOccasions
};
const labels: Record<Breakdown, (cell: TrendCell, locale: Locale) => string> = {
	month: monthsLabel,
	village: (cell, locale) => unitNameIn(cell as NamedCell, locale),
	occasion: ({ key }, locale) => releasedOccasion(key, locale)
};

/** The occasions that a cell holds, each with its name: one, or those that are published together. */
const namedOccasions = (key: string, locale: Locale) =>
	occasionsIn(key, occasions).map((one) => ({ key: one, label: occasionLabel(one, locale) }));

/**
 * Banquets held as they were released, this year and last: GET ?year=2024&by=month|village|occasion[&lang=zh-CN|en]. `awaited`: how many had no
 * outcome then. A village that was renamed since has its name of today in `labelNow`. A cell of occasions has those that it holds in `occasions`.
 */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readTrendQuery(url);
	if (!query.ok) return query.answer;
	const { year, by, locale } = query;
	const root = await ctx.rootUnit();
	const [scope, range] = [root?.id ?? '', yearBounds(year)];
	const published = await readPublished(ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	const periods = publishedPeriods(published, held, { range, today: ctx.today() });
	const { total, previousTotal, cells } = await readPart(ctx.db, { scope, range, periods, published }, parts[by]);
	const worded = labelled(cells, (cell) => labels[by](cell, locale)).map((cell, at) => {
		const now = (cells[at] as NamedCell).nowNamed;
		const labelNow = now && unitNameIn(now, locale);
		return labelNow && labelNow !== cell.label ? { ...cell, labelNow } : cell;
	});
	return answer({
		id: held,
		year,
		by,
		until: periods.isPart ? periods.now.toOn : null,
		total,
		shown: shownAs(total, published.shownIn(held, periods.now)),
		previousTotal,
		previousShown: shownAs(previousTotal, published.shownIn(held, periods.before)),
		awaited: published.awaited(year),
		cells: worded.map((cell) => ({
			...cell,
			// A month's key is its two digits here: the year is the one asked for.
			...(by === 'occasion' && { occasions: namedOccasions(cell.key, locale) }),
			...(by === 'month' && { key: cell.key.slice(5), toKey: cell.toKey?.slice(5) }),
			shown: shownAs(cell.value, cell.shown),
			previousShown: shownAs(cell.previous, cell.previousShown)
		}))
	});
};

export const fallback = readOnly;
