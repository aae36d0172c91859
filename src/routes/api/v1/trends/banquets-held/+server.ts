import { occasions } from '$lib/domain/banquets/banquet';
import { monthBoundsOf, yearBounds } from '$lib/domain/calendar/calendar';
import { monthsEarlier, rangePeriods, type Period } from '$lib/domain/calendar/reporting-period';
import { getFigure } from '$lib/domain/figures/figure';
import type { Breakdown, ShownOrMissing, Trend, TrendCell } from '$lib/domain/figures/trend';
import { occasionsIn } from '$lib/domain/releases/occasion-groups';
import type { Locale } from '$lib/paraglide/runtime.js';
import { readLedgerStarts } from '$lib/server/db/figures/ledger-starts';
import { publishedLine, publishedOccasions, publishedTable } from '$lib/server/figures/published-trends';
import { readPart, type TrendPart } from '$lib/server/figures/trend-asker';
import type { NamedCell } from '$lib/server/figures/trends';
import { publishedReading, whyMissing, whyNoTable } from '$lib/server/releases/public-figures';
import { readPublished, publishedPeriods } from '$lib/server/releases/read-published';
import { labelled, monthsLabel, occasionLabel, releasedOccasion } from '$lib/ui/figures/trend-words';
import { unitNameIn } from '$lib/ui/units/unit-name';
import { answer, readOnly, readTrendQuery, shownAs } from '../../open-answer';
import type { RequestHandler } from './$types';

const held = 'banquets-held';
const figure = getFigure(held);
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

/** The days of a cell of months. */
const daysOf = ({ key, toKey = key }: Pick<TrendCell, 'key' | 'toKey'>): Period => ({
	fromOn: `${key}-01`,
	toOn: monthBoundsOf(toKey).toOn
});

/**
 * Banquets held as they were released, this year and last: GET ?year=2024&by=month|village|occasion[&lang=zh-CN|en]. `awaited`: how many had no
 * outcome then. Where there is no number `shown` says why, as in /api/v1/figures. A village that was renamed since has its name of today in `labelNow`. A cell of occasions has those that it holds in `occasions`.
 */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readTrendQuery(url);
	if (!query.ok) return query.answer;
	const { year, by, locale } = query;
	const root = await ctx.rootUnit();
	const [scope, range, today] = [root?.id ?? '', yearBounds(year), ctx.today()];
	const { before } = rangePeriods(range, range.toOn);
	const [published, starts] = await Promise.all([
		readPublished(ctx.db, scope, [range, before]),
		readLedgerStarts(ctx.db)
	]);
	const asked = { published, starts, today };
	const reading = publishedReading(figure, { ...asked, range });
	const periods = publishedPeriods(published, held, { range, today });
	/** Why a cell without a number has none: a month of its own, all others by the table of their year. */
	const whyOf = ({ key, toKey }: TrendCell, ofYear: Period, yearsBefore: number): ShownOrMissing => {
		if (by !== 'month') return whyNoTable(figure, ofYear, asked);
		const days = monthsEarlier(daysOf({ key, toKey }), yearsBefore * 12);
		return days.fromOn > today ? 'exact' : whyMissing(figure, days, asked);
	};
	const shownOf = (value: number | null, shown: ShownOrMissing, why: () => ShownOrMissing) =>
		shownAs(value, value === null && shown === 'exact' ? why() : shown);
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
		shown: shownAs(total, reading.shown),
		previousTotal,
		previousShown: shownAs(previousTotal, reading.previousShown),
		awaited: published.awaited(year),
		cells: worded.map((cell) => ({
			...cell,
			// A month's key is its two digits here: the year is the one asked for.
			...(by === 'occasion' && { occasions: namedOccasions(cell.key, locale) }),
			...(by === 'month' && { key: cell.key.slice(5), toKey: cell.toKey?.slice(5) }),
			shown: shownOf(cell.value, cell.shown, () => whyOf(cell, range, 0)),
			previousShown: shownOf(cell.previous, cell.previousShown, () => whyOf(cell, before, 1))
		}))
	});
};

export const fallback = readOnly;
