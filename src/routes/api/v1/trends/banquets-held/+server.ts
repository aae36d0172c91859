import { yearBounds } from '$lib/domain/calendar/calendar';
import { reportingPeriods } from '$lib/domain/calendar/reporting-period';
import { readBanquetsByVillage } from '$lib/server/figures/banquet-trends';
import { readBanquetTrend } from '$lib/server/figures/banquet-trends';
import { labelled, monthLabel, nameLabel, occasionLabel } from '$lib/ui/figures/trend-words';
import { answer, readOnly, readTrendQuery } from '../../open-answer';
import type { RequestHandler } from './$types';

/** Banquets held, this year and last, small numbers withheld: GET ?year=2024&by=month|village|occasion[&lang=zh-CN|en]. */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readTrendQuery(url);
	if (!query.ok) return query.answer;
	const { year, by, locale } = query;
	const root = await ctx.rootUnit();
	const asked = { scope: root?.id ?? '', range: yearBounds(year), periods: reportingPeriods(year, ctx.today()) };
	if (by === 'village') {
		const { total, previousTotal, cells } = await readBanquetsByVillage(ctx.db, asked);
		const labels = labelled(cells, (cell) => nameLabel(cell, locale));
		return answer({ id: 'banquets-held', year, by, total, previousTotal, cells: labels });
	}
	const { total, previousTotal, cells } = await readBanquetTrend(ctx.db, { ...asked, by });
	// A month's key is its two digits here: the year is the one asked for.
	const keyed = by === 'month' ? cells.map((cell) => ({ ...cell, key: cell.key.slice(5) })) : cells;
	const label = by === 'month' ? monthLabel : occasionLabel;
	const labels = labelled(keyed, ({ key }) => label(key, locale));
	return answer({ id: 'banquets-held', year, by, total, previousTotal, cells: labels });
};

export const fallback = readOnly;
