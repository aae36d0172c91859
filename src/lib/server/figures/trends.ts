import type { CheckableKind } from '$lib/domain/activities/activity';
import { estimateSaving, occasions } from '$lib/domain/banquets/banquet';
import type { Period } from '$lib/domain/calendar/reporting-period';
import { isTelling, type Trend, type TrendCell } from '$lib/domain/figures/trend';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { listZeroMonths } from '$lib/server/db/figures/coverage';
import { readLedgerStarts } from '$lib/server/db/figures/figures';
import { countHeld, countHeldByGrid, countSignedUp, countStopped, sumSavedTables } from '$lib/server/db/figures/trends';
import { listUnits, type Unit } from '$lib/server/db/units/units';
import { readKeyed, readMonthly, readMonthlyByKey, type TrendQuery, type TrendSource } from './public-trend';

export type NamedCell = TrendCell & { name: string; nameEn: string | null };

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

/** Dissuasions that count (劝停), by village, small numbers withheld. */
export async function readDissuasionsByVillage(db: Database, query: TrendQuery): Promise<Trend<NamedCell>> {
	const read = (period: Period) => countStopped(db, query.scope, period);
	return readByVillage(db, query, await reportedSource(db, query, 'dissuasion', read));
}

const heldByVillage = (db: Database, query: TrendQuery) =>
	reportedSource(db, query, 'banquet', (period) => countHeld(db, query.scope, period, 'village'));

/** A source whose ledger villages report: its months are known that were checked as zero in a village, or ('') in every open one within the scope. */
async function reportedSource(
	db: Database,
	{ scope, periods }: TrendQuery,
	ledger: CheckableKind,
	read: TrendSource['read']
): Promise<TrendSource> {
	const [{ banquets: startOn }, villages] = await Promise.all([readLedgerStarts(db), listVillages(db, scope)]);
	const open = villages.filter(({ validToOn }) => validToOn === null).map(({ id }) => id);
	const zeroOf = await listZeroMonths(db, open, { fromOn: periods.before.fromOn, toOn: periods.now.toOn });
	const isChecked = (key: string, month: string) =>
		(key === '' ? open : [key]).every((village) => zeroOf(ledger, village, month) !== null);
	return { startOn, isChecked, read };
}

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

/** People signed up (人次), by the month in which they signed up, small numbers withheld. */
export async function readSignupTrend(db: Database, query: TrendQuery): Promise<Trend> {
	const { signups: startOn } = await readLedgerStarts(db);
	return readMonthly(query, { startOn, read: (period) => countSignedUp(db, query.scope, period) });
}

/** A source whose keys are villages, named; one that was closed is listed while it has a count. */
export async function readByVillage(db: Database, query: TrendQuery, source: TrendSource): Promise<Trend<NamedCell>> {
	const villages = await listVillages(db, query.scope);
	const trend = await readKeyed(
		query,
		source,
		villages.map(({ id }) => id)
	);
	const cells = trend.cells
		.map((cell, at) => ({ cell, village: villages[at]! }))
		.filter(({ cell, village }) => isListed(cell, village))
		.map(({ cell, village: { name, nameEn } }) => ({ ...cell, name, nameEn }));
	return { ...trend, cells };
}

const isListed = (cell: TrendCell, { validToOn }: { validToOn: string | null }) =>
	validToOn === null || isTelling({ total: null, previousTotal: null, cells: [cell] });

/** Closed villages too, because they have records of earlier years. */
export const listVillages = (db: Database, scope: string) =>
	listUnits(db, scope, unitKinds.filter(isVillageLevel), true);
