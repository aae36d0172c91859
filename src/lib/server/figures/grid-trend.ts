import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Trend } from '$lib/domain/figures/trend';
import { askGrids, askHeldByGrid, gridCountsOf, gridsOf } from '$lib/server/db/figures/held-by-grid';
import { publishKeyed } from './public-trend';
import { isWholeYear } from './public-years';
import type { TrendAsker, TrendPart } from './trend-asker';
import type { MonthCount } from './trend-source';
import { countsOf, isListed, periodsOf, perPeriod, type NamedCell } from './trends';

/** The key of what lies in no grid. */
const none = '';

/**
 * Banquets held, by grid, small numbers withheld; the last cell, keyed '', is what lies in no grid. A group may lie in several grids and
 * counts in each, so there is no total.
 */
export const heldByGrid: TrendPart<Trend<NamedCell>> = (asker) => {
	const grids = asker.rows(askGrids(asker.db, { scope: asker.query.scope }));
	const read = askGridCounts(asker);
	return () => {
		const listed = [...gridsOf(grids()), { id: none, name: '', nameEn: null, validToOn: null }];
		const source = { startOn: asker.starts().banquets, read };
		const trend = publishKeyed(
			asker.query,
			source,
			listed.map(({ id }) => id)
		);
		const cells = trend.cells
			.map((cell, at) => ({ cell, grid: listed[at]! }))
			.filter(({ cell, grid }) => isListed(cell, grid))
			.map(({ cell, grid: { name, nameEn } }) => ({ ...cell, name, nameEn }));
		return { total: null, previousTotal: null, cells };
	};
};

function askGridCounts({ db, query, ofWhole, rows }: TrendAsker): (period: Period) => readonly MonthCount[] {
	const byMonth = !isWholeYear(query.range);
	const counted = rows(askHeldByGrid(db, query.scope, periodsOf(query), byMonth));
	return perPeriod(query, (period, nth) => {
		const held = ofWhole({ of: [{ measure: 'banquets-held', by: 'records' }], period, byMonth });
		return () => {
			const counts = gridCountsOf(counted()).filter((one) => one.period === nth);
			const covered = new Map(counts.filter(({ gridId }) => gridId === null).map(({ month, count }) => [month, count]));
			return [
				...counts.flatMap(({ gridId, month, count }) => (gridId === null ? [] : [{ key: gridId, month, count }])),
				...countsOf(none, held()).map((all) => ({ ...all, count: all.count - (covered.get(all.month) ?? 0) }))
			];
		};
	});
}
