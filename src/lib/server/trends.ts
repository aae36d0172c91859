import { estimateSaving, occasions } from '$lib/domain/banquet';
import { monthOf } from '$lib/domain/calendar';
import { reportingPeriods, type Period, type ReportingPeriods } from '$lib/domain/reporting-period';
import { compareYears, type Counts, type Trend, type TrendCell } from '$lib/domain/trend';
import { isVillageLevel, unitKinds } from '$lib/domain/unit';
import type { Database } from './db/client';
import { readLedgerStarts } from './db/figures';
import { countHeld, countSignedUp, countStopped, sumSavedTables, type Count } from './db/trends';
import { listUnits, type Unit } from './db/units';

export type NamedCell = TrendCell & { name: string; nameEn: string | null };

export interface TrendQuery {
	/** A unit, and all below it. */
	scope: string;
	year: number;
	/** The town's date: a year that is not over is counted, and compared, up to this day. */
	today: string;
}

/** Banquets held, by month or by occasion, this year and last, small numbers withheld. */
export async function readBanquetTrend(
	db: Database,
	{ scope, year, today, by }: TrendQuery & { by: 'month' | 'occasion' }
): Promise<Trend> {
	const periods = reportingPeriods(year, today);
	const [counts, starts] = await Promise.all([countHeld(db, scope, periods, by), readLedgerStarts(db)]);
	return by === 'month'
		? byMonth(counts, periods, starts.banquets)
		: byKey([...occasions], counts, periods, starts.banquets);
}

/** Banquets held, by village, small numbers withheld. */
export async function readBanquetsByVillage(
	db: Database,
	{ scope, year, today }: TrendQuery
): Promise<Trend<NamedCell>> {
	const periods = reportingPeriods(year, today);
	const [counts, villages, starts] = await Promise.all([
		countHeld(db, scope, periods, 'village'),
		listVillages(db, scope),
		readLedgerStarts(db)
	]);
	return byVillage(villages, counts, periods, starts.banquets);
}

/** Dissuasions that count (劝停), by village, small numbers withheld. */
export async function readDissuasionsByVillage(
	db: Database,
	{ scope, year, today }: TrendQuery
): Promise<Trend<NamedCell>> {
	const periods = reportingPeriods(year, today);
	const [counts, villages, starts] = await Promise.all([
		countStopped(db, scope, periods),
		listVillages(db, scope),
		readLedgerStarts(db)
	]);
	return byVillage(villages, counts, periods, starts.banquets);
}

/**
 * The estimate of spending saved in a year (banquets.md): tables not held × the village's price per table, added up. It is shown with the word
 * 估算 and its formula and is no figure. Null without a banquet to estimate from.
 */
export async function readSavedEstimate(db: Database, { scope, year, today }: TrendQuery) {
	const sums = await sumSavedTables(db, scope, reportingPeriods(year, today).now);
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
export async function readSignupTrend(db: Database, { scope, year, today }: TrendQuery): Promise<Trend> {
	const periods = reportingPeriods(year, today);
	const [counts, starts] = await Promise.all([countSignedUp(db, scope, periods), readLedgerStarts(db)]);
	return byMonth(counts, periods, starts.signups);
}

/** Counts by month as a trend: for a ledger begun on `startOn`. */
export const readByMonth = ({ year, today }: TrendQuery, counts: Count[], startOn: string | null): Trend =>
	byMonth(counts, reportingPeriods(year, today), startOn);

/** Counts by village as a trend, named. */
export async function readByVillage(
	db: Database,
	{ scope, year, today }: TrendQuery,
	counts: Count[],
	startOn: string | null
): Promise<Trend<NamedCell>> {
	return byVillage(await listVillages(db, scope), counts, reportingPeriods(year, today), startOn);
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** Closed villages too: they have their past. */
export const listVillages = (db: Database, scope: string) =>
	listUnits(db, scope, unitKinds.filter(isVillageLevel), true);

/** Counts by month ('01'–'12') of two periods side by side, for a ledger begun on `startOn`; months to come have no data. */
export function byMonth(counts: Count[], { now, before }: ReportingPeriods, startOn: string | null): Trend {
	const monthsOf = (period: Period) => months.filter((month) => Number(month) <= monthOf(period.toOn));
	return compareYears(
		months,
		filled(counts, 'now', monthsOf(now), now, startOn),
		filled(counts, 'before', monthsOf(before), before, startOn)
	);
}

/** Counts of two years by a key, in the order of `keys`. */
export function byKey(
	keys: string[],
	counts: Count[],
	{ now, before }: ReportingPeriods,
	startOn: string | null
): Trend {
	return compareYears(keys, filled(counts, 'now', keys, now, startOn), filled(counts, 'before', keys, before, startOn));
}

/** Counts of two years by village; one that was closed is listed while it has a count. */
export function byVillage(
	villages: Unit[],
	counts: Count[],
	periods: ReportingPeriods,
	startOn: string | null
): Trend<NamedCell> {
	const listed = villages.filter(({ id, validToOn }) => validToOn === null || counts.some(({ key }) => key === id));
	const trend = byKey(
		listed.map(({ id }) => id),
		counts,
		periods,
		startOn
	);
	const cells = trend.cells.map((cell, at) => ({ ...cell, name: listed[at]!.name, nameEn: listed[at]!.nameEn }));
	return { ...trend, cells };
}

/** A year's counts with a zero for every key that has none; empty when the ledger was begun after the period, or the year has not. */
function filled(
	counts: Count[],
	which: Count['period'],
	keys: string[],
	{ fromOn, toOn }: Period,
	startOn: string | null
): Counts {
	if (startOn === null || startOn > toOn || toOn < fromOn) return new Map();
	const found = new Map(counts.filter(({ period }) => period === which).map(({ key, count }) => [key, count]));
	return new Map(keys.map((key) => [key, found.get(key) ?? 0]));
}
