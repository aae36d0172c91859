import { figures, type FigureId, type FigureSource, type FigureUnit } from '$lib/domain/figures/figure';
import { changeRate } from '$lib/domain/figures/rate';
import { elapsedMonths, monthsOf, type Period, type ReportingPeriods } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { partsOf } from '$lib/server/db/figures/counted-parts';
import { sumOf } from '$lib/server/db/figures/figure-counts';
import { tallyRecords, type Tally } from '$lib/server/db/figures/figures';

export interface FigureReading {
	id: FigureId;
	unit: FigureUnit;
	/** Null: no data, which differs from zero. */
	value: number | null;
	previous: number | null;
	/** Percent, one decimal; null where there is nothing to compare with, or the base is 0. */
	changeRate: number | null;
}

/** Every figure of a period, and of the one it is compared with, within `scope` (a unit and all below it), in the registry's order, in one round trip. */
export async function readFigures(
	db: Database,
	{ scope, periods }: { scope: string; periods: ReportingPeriods }
): Promise<FigureReading[]> {
	return (await readFiguresOf(db, { scopes: [scope], periods }))[0]!;
}

/** The same of several units at once (a town and its villages), in their order, still in one round trip. */
export async function readFiguresOf(
	db: Database,
	{ scopes, periods: { now, before, isPart } }: { scopes: readonly string[]; periods: ReportingPeriods }
): Promise<FigureReading[][]> {
	const tallies = await tallyRecords(db, scopes, [now, before]);
	return tallies.map(([is, was]) =>
		figures.map(({ id, unit, source }) => {
			const value = valueOf(is!, source, now, isPart);
			const previous = valueOf(was!, source, before, isPart);
			return { id, unit, value, previous, changeRate: changeOf(value, previous) };
		})
	);
}

/** The change in percent, or null where either number is missing. */
export function changeOf(value: number | null, previous: number | null): number | null {
	return value === null || previous === null ? null : changeRate(value, previous);
}

function valueOf(tally: Tally, source: FigureSource, period: Period, isPart: boolean): number | null {
	if (!isKnown(tally, source, period, isPart)) return null;
	switch (source.from) {
		case 'pledges-in-force':
			return sumOf(tally.pledged, signed) - sumOf(tally.pledged, withdrawn);
		case 'pledges-signed':
			return sumOf(tally.sums, signed) - tally.withdrawnOfSigned;
		case 'grids':
			return tally.grids;
		case 'grid-members':
			return tally.members.find(({ role }) => role === source.role)?.count ?? 0;
		default:
			return partsOf(source)!.reduce((sum, part) => sum + sumOf(tally.sums, part), 0);
	}
}

const signed = { measure: 'pledges-signed', by: 'records' } as const;
const withdrawn = { measure: 'pledges-withdrawn', by: 'records' } as const;

/** Whether there is data: a ledger begun by the period's end; complaints ask for every month. */
function isKnown(tally: Tally, source: FigureSource, period: Period, isPart: boolean): boolean {
	const begun = ledgersWithData(tally, period);
	switch (source.from) {
		case 'banquets-held':
		case 'banquets-dissuaded':
			return begun.banquets;
		case 'banquets-declared':
			return begun.declarations;
		case 'activities':
			return begun.activities;
		case 'events':
		case 'lecture-attendance':
		case 'donations':
			return begun.events;
		case 'blood-and-checkups':
			return begun.events || begun.activities;
		case 'birthday-guests':
			return begun.guests;
		case 'pledges-in-force':
		case 'pledges-signed':
			return begun.pledges;
		case 'grids':
		case 'grid-members':
			return begun.grids;
		case 'complaints':
			return areMonthsChecked(tally, period, isPart);
	}
}

/** Which ledgers had been begun by the period's end. */
function ledgersWithData({ ledger }: Tally, { fromOn, toOn }: Period) {
	const isBegun = (first: string | null) => first !== null && first <= toOn && fromOn <= toOn;
	return {
		banquets: isBegun(ledger.banquets),
		declarations: isBegun(ledger.declarations),
		activities: isBegun(ledger.activities),
		events: isBegun(ledger.events),
		pledges: isBegun(ledger.pledges),
		guests: isBegun(ledger.guests),
		grids: isBegun(ledger.grids)
	};
}

/**
 * Whether every month has a complaint or a checked zero. Of a part (a running period, and what it is compared with) the last month need
 * not have one before it is over; with no month over yet, whether anything is known.
 */
function areMonthsChecked(tally: Tally, period: Period, isPart: boolean): boolean {
	const touched = monthsOf(period);
	const over = isPart ? elapsedMonths(period) : touched;
	const asked = over.length > 0 ? over : touched;
	return asked.length > 0 && asked.every((month) => tally.checkedMonths.includes(month));
}
