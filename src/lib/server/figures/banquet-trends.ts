import { estimateSaving, occasions } from '$lib/domain/banquets/banquet';
import type { Trend } from '$lib/domain/figures/trend';
import type { Database } from '$lib/server/db/client';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { countHeld, countHeldByGrid, sumSavedTables } from '$lib/server/db/figures/trends';
import { listUnits, type Unit } from '$lib/server/db/units/units';
import { readKeyed, readMonthly, readMonthlyByKey } from './public-trend';
import type { TrendQuery, TrendSource } from './trend-source';
import { reportedSource, type NamedCell, readByVillage, listVillages, isListed } from './trends';

/** Banquets held, by month or by occasion, in a period and the one it is compared with, small numbers withheld. */
export async function readBanquetTrend(db: Database, query: TrendQuery & { by: 'month' | 'occasion' }): Promise<Trend> {
	const { scope, by } = query;
	if (by === 'month')
		return readMonthly(
			query,
			await reportedSource(db, query, 'banquet', (period) => countHeld(db, scope, period, 'all'))
		);
	const { banquets: startOn } = await readLedgerStarts(db);
	return readKeyed(query, { startOn, read: (period) => countHeld(db, scope, period, 'occasion') }, occasions);
}

/** Banquets held, by village, small numbers withheld. */
export async function readBanquetsByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	return readByVillage(db, query, await heldByVillage(db, query));
}

/** Banquets held month by month in each village that is open, small numbers withheld as where two things are crossed. */
export async function readBanquetsByVillageAndMonth(
	db: Database,
	query: TrendQuery
): Promise<(Pick<Unit, 'id' | 'name' | 'nameEn'> & { months: Trend })[]> {
	const [source, villages] = await Promise.all([heldByVillage(db, query), listVillages(db, query.scope)]);
	// Closed villages too, because the sums of the months are of all villages.
	const trends = await readMonthlyByKey(
		query,
		source,
		villages.map(({ id }) => id)
	);
	return villages
		.map(({ id, name, nameEn, validToOn }, at) => ({ id, name, nameEn, validToOn, months: trends[at]! }))
		.filter(({ validToOn }) => validToOn === null)
		.map(({ id, name, nameEn, months }) => ({ id, name, nameEn, months }));
}

/**
 * Banquets held, by grid, small numbers withheld; the last cell, keyed '', is what lies in no grid. A group may lie in several grids and
 * counts in each, so there is no total.
 */
export async function readBanquetsByGrid(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const [{ banquets: startOn }, grids, villages] = await Promise.all([
		readLedgerStarts(db),
		listUnits(db, query.scope, ['grid'], true),
		listVillages(db, query.scope)
	]);
	const villageAt = ({ parentId }: Unit) => villages.findIndex(({ id }) => id === parentId);
	const all = grids.toSorted((a, b) => villageAt(a) - villageAt(b));
	const source: TrendSource = { startOn, read: (period) => countHeldByGrid(db, query.scope, period) };
	const trend = await readKeyed(query, source, [...all.map(({ id }) => id), '']);
	const names = [...all, { name: '', nameEn: null, validToOn: null }];
	const cells = trend.cells
		.map((cell, at) => ({ ...cell, name: names[at]!.name, nameEn: names[at]!.nameEn, at }))
		.filter((cell) => isListed(cell, names[cell.at]!))
		.map(({ at: _, ...cell }) => cell);
	return { total: null, previousTotal: null, cells };
}

const heldByVillage = (db: Database, query: TrendQuery) =>
	reportedSource(db, query, 'banquet', (period) => countHeld(db, query.scope, period, 'village'));

/**
 * The estimate of spending saved in a period (banquets.md): tables not held × the village's price per table, added up. It is shown with the
 * word 估算 and its formula and is no figure. Null without a banquet to estimate from.
 */
export async function readSavedEstimate(db: Database, { scope, periods }: TrendQuery) {
	const sums = await sumSavedTables(db, scope, periods.now);
	if (sums.length === 0) return null;
	const prices = sums.map(({ pricePerTable }) => pricePerTable);
	return {
		tables: sums.reduce((sum, { tables }) => sum + tables, 0),
		yuan: sums.reduce(
			(sum, { tables, pricePerTable }) => sum + estimateSaving({ tablesPlanned: tables, tablesHeld: 0, pricePerTable }),
			0
		),
		leastPrice: Math.min(...prices),
		mostPrice: Math.max(...prices)
	};
}
