import { nothingAdded, reportedLedgers, type AddedWork, type ReportedLedger } from '$lib/domain/activities/added-work';
import { isBeforeStart, isLookedThrough, isReportedIn } from '$lib/domain/figures/ledger';
import {
	decideLedgerMonth,
	joinMonths,
	sumCoverage,
	type CoverageSum,
	type LedgerMonth
} from '$lib/domain/figures/coverage';
import { isInPlaceAt } from '$lib/domain/figures/known';
import { monthBoundsOf, yearBounds } from '$lib/domain/calendar/calendar';
import { monthsOf } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import { askReportedMonths, askZeros, reportedMonthsOf, zerosOf, type Zero } from '$lib/server/db/figures/coverage';
import { askWaiting, waitingMonthsOf } from '$lib/server/db/figures/waiting-entries';
import { askReportedStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { askVillages, isThereOn, villagesOf, type Village } from '$lib/server/db/units/villages';

export interface CoveredUnit {
	id: string;
	name: string;
	nameEn: string | null;
	/** January to December. */
	months: LedgerMonth[];
}

export interface Coverage extends CoverageSum {
	ledger: ReportedLedger;
	rows: CoveredUnit[];
}

/** Which villages within `scope` have reported which months of a year, for each of some ledgers, as of `today` (the town's date). */
export async function readCoverage(
	db: Database,
	{ scope, added = nothingAdded, ...asked }: Omit<Asked, 'units' | 'checkers'> & { scope: string }
): Promise<Coverage[]> {
	const { year, today, ledgers } = asked;
	const period = yearBounds(year);
	const { villages, reporters } = await listReporters(db, { scope, year, today });
	const { monthOf } = await readMonths(db, { units: reporters, checkers: reporters, added, ...asked });
	const months = monthsOf(period);
	const listed = villages.map((village) => ({
		...{ id: village.id, name: village.name, nameEn: village.nameEn },
		reported: months.map((month) => ({ month, by: reportersOf(village, month) }))
	}));
	return ledgers.map((ledger) => {
		const rows = listed.map(({ reported, ...village }) => ({
			...village,
			months: reported.map(({ month, by }) => {
				const [first, ...others] = by;
				if (first === undefined) return notKept;
				const own = monthOf(ledger, first, month);
				return others.length === 0 ? own : joinMonths([own, ...others.map((id) => monthOf(ledger, id, month))]);
			})
		}));
		return { ledger, rows, ...sumCoverage(rows) };
	});
}

/**
 * One unit's own ledgers in a year, with all below it, as of `today`: what it has reported, checked (itself, or each of its villages), or still
 * owes. Beside records it says how many of its villages lack: their months are still owed.
 */
export async function readLedgers(
	db: Database,
	asked: AskedUnit
): Promise<{ id: ReportedLedger; months: LedgerMonth[] }[]> {
	const { months, ledgers, isKept, readingOf } = await readUnit(db, asked);
	return ledgers
		.filter((id) => months.some((month) => isKept(id, month)))
		.map((id) => ({
			id,
			months: months.map((month) => {
				const { own, lacking } = readingOf(id, month);
				return lacking.length > 0 ? { ...own, lacking: lacking.length } : own;
			})
		}));
}

/** A month of a ledger of which a unit owes a report; `unitIds`: for which units a checked zero says it. None where it cannot be said yet. */
export interface OwedMonth {
	ledger: ReportedLedger;
	/** YYYY-MM */
	month: string;
	state: LedgerMonth['state'];
	unitIds: string[];
}

/**
 * What a unit may report of a year, or of one `month` of it: every ledger and month, and where a checked zero is to be written. Without any record
 * that is the unit itself, else those villages below it that have reported nothing.
 */
export async function listOwed(db: Database, asked: AskedUnit): Promise<OwedMonth[]> {
	const { months, ledgers, readingOf } = await readUnit(db, asked);
	return ledgers.flatMap((ledger) =>
		months.map((month) => {
			const { own, lacking } = readingOf(ledger, month);
			return { ledger, month, state: own.state, unitIds: own.state === 'missing' ? [asked.unitId] : lacking };
		})
	);
}

interface AskedUnit extends Pick<Asked, 'year' | 'today' | 'added' | 'month'> {
	unitId: string;
	/** All that the town keeps when left out. */
	ledgers?: readonly ReportedLedger[];
}

/** A month of a ledger: the unit's own, and the ids of its villages that have reported nothing, where others have, or wait. */
interface UnitMonth {
	own: LedgerMonth;
	lacking: string[];
}

/** What a unit and its villages have reported. */
async function readUnit(db: Database, { unitId, added = nothingAdded, ledgers, ...asked }: AskedUnit) {
	const { year, today, month: only } = asked;
	const wanted = ledgers ?? reportedLedgers(added);
	const { villages, reporters } = await listReporters(db, { scope: unitId, year, today });
	const checkers = [...new Set([unitId, ...reporters])];
	const { monthOf, zeroOf, isKept } = await readMonths(db, {
		...{ units: checkers, checkers, ...asked, added },
		ledgers: wanted
	});
	const months = only ? [only] : monthsOf(yearBounds(year));
	const there = new Map(months.map((month) => [month, villages.flatMap((village) => reportersOf(village, month))]));
	/** The first of the zeros by which all of these have checked a month; null where one of them has not. */
	const checkedBy = (ledger: ReportedLedger, ids: readonly string[], month: string): Zero | null =>
		ids.every((id) => zeroOf(ledger, id, month)) && ids[0] !== undefined ? zeroOf(ledger, ids[0], month) : null;
	const readingOf = (ledger: ReportedLedger, month: string): UnitMonth => {
		const ids = there.get(month)!;
		if (villages.length > 0 && ids.length === 0) return { own: notKept, lacking: [] };
		const own = monthOf(ledger, unitId, month, checkedBy(ledger, ids, month));
		if ((own.state !== 'reported' && own.state !== 'waiting') || isLookedThrough(ledger)) return { own, lacking: [] };
		return { own, lacking: ids.filter((id) => monthOf(ledger, id, month).state === 'missing') };
	};
	return { months, ledgers: wanted, isKept, readingOf };
}

/** The month of a ledger that a unit does not keep in it, and of one that the town begins later. */
const notKept: LedgerMonth = { state: 'coming' };
const before: LedgerMonth = { state: 'before' };

/** The villages within a scope that are there at the end of a year, or today in a running one, and the ids of all that reported for them. */
async function listReporters(
	db: Database,
	{ scope, year, today }: Pick<Asked, 'year' | 'today'> & { scope: string }
): Promise<{ villages: Village[]; reporters: string[] }> {
	const { toOn } = yearBounds(year);
	const asOf = today < toOn ? today : toOn;
	const listed = villagesOf(await askVillages(db, { scope, fromOn: asOf, on: asOf }));
	const villages = listed.filter((village) => isThereOn(village, asOf)).map((village) => partsIn(scope, village));
	return { villages, reporters: villages.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]) };
}

/** What a village was split from says nothing of it alone. */
const partsIn = (scope: string, village: Village): Village =>
	village.id === scope
		? { ...village, parts: village.parts.filter(({ id }) => !village.origins.includes(id)) }
		: village;

/**
 * The ids of those that report a month for a village: before villages merged each of them did for itself, and before one was split, it did for
 * the new ones, where it is in the same scope; else none did.
 */
function reportersOf({ id, splitOn, parts }: Village, month: string): string[] {
	const then = parts.filter((part) => isInPlaceAt(part, month));
	if (then.length > 0) return then.map((part) => part.id);
	return splitOn && monthBoundsOf(month).toOn < splitOn ? [] : [id];
}

interface Asked {
	/** Whose records count, each with all below it. */
	units: readonly string[];
	/** Whose checked zeros count. */
	checkers: readonly string[];
	year: number;
	today: string;
	ledgers: readonly ReportedLedger[];
	/** YYYY-MM: only that month of the year, where it is given. */
	month?: string;
	/** What the town added, of whose kinds it is asked when they are kept; nothing where it is left out. */
	added?: Pick<AddedWork, 'kinds'>;
}

/** What some units have reported of some ledgers in the months of a year: the one reading of it. */
async function readMonths(db: Database, { units, checkers, year, month, today, ledgers, added = nothingAdded }: Asked) {
	const period = month ? monthBoundsOf(month) : yearBounds(year);
	const read = await readTogether(db, {
		records: askReportedMonths(db, units, period, ledgers),
		zeros: askZeros(db, checkers, period, ledgers),
		waiting: askWaiting(db, units, period),
		started: askReportedStarts(db, {})
	});
	const kept = { starts: read.started[0]!, kinds: added.kinds };
	const [recordsOf, zeroOf] = [reportedMonthsOf(read.records, ledgers), zerosOf(read.zeros)];
	const waitingOf = waitingMonthsOf(read.waiting);
	const monthsKept = new Map(
		ledgers.map((ledger) => [ledger, new Set(monthsOf(period).filter((month) => isReportedIn(ledger, month, kept)))])
	);
	const isKept = (ledger: ReportedLedger, month: string) => monthsKept.get(ledger)!.has(month);
	/** `checkedBelow`: the zero of a month that each unit below has checked. */
	const monthOf = (ledger: ReportedLedger, id: string, month: string, checkedBelow: Zero | null = null): LedgerMonth =>
		isKept(ledger, month)
			? decideLedgerMonth(month, today, {
					records: recordsOf(ledger, id, month),
					waiting: waitingOf(ledger, id, month),
					zero: zeroOf(ledger, id, month) ?? checkedBelow
				})
			: isBeforeStart(ledger, month, kept)
				? before
				: notKept;
	return { monthOf, zeroOf, isKept };
}
