import type { ReportedLedger } from '../activities/added-work';
import { monthBoundsOf } from '../calendar/calendar';
import type { FigureSource } from './figure';
import { keepingOf } from './ledger';

/**
 * What is known of a ledger in a month: records, entries that wait to be counted, a zero that a cadre checked, nothing, or it is not over, or
 * before the ledger begins. covered: nothing, but what it is a part of has a record, which shows that it was looked through. "No data" is never a zero, nor is a month in which an entry waits. `lacking`: of a unit with villages below, how
 * many of them have reported nothing beside its records.
 */
export type LedgerMonth =
	| { state: 'reported'; records: number; lacking?: number }
	| { state: 'waiting'; waiting: number; lacking?: number }
	| { state: 'checked'; checkedOn: string; id: string }
	| { state: 'missing' | 'covered' }
	| { state: 'running' | 'coming' | 'before' };

/** Decides a month (YYYY-MM) as of `today`; a zero may be checked from the month's last day on. */
export function decideLedgerMonth(
	month: string,
	today: string,
	{ records, waiting = 0, zero }: { records: number; waiting?: number; zero: { id: string; doneOn: string } | null }
): LedgerMonth {
	if (records > 0) return { state: 'reported', records };
	if (waiting > 0 && today >= monthBoundsOf(month).toOn) return { state: 'waiting', waiting };
	if (zero) return { state: 'checked', checkedOn: zero.doneOn, id: zero.id };
	const running = today.slice(0, 7);
	if (month !== running) return { state: month > running ? 'coming' : 'missing' };
	return { state: today < monthBoundsOf(month).toOn ? 'running' : 'missing' };
}

/** What is known of a month in which several villages reported that are one now: it is missing where one of them owes it. */
export function joinMonths(months: readonly [LedgerMonth, ...LedgerMonth[]]): LedgerMonth {
	const reported = months.flatMap((month) => (month.state === 'reported' ? [month.records] : []));
	const open = months.find((month) => !isAnswered(month));
	if (open) return open;
	if (reported.length === 0) return months[0];
	return { state: 'reported', records: reported.reduce((sum, records) => sum + records, 0) };
}

/** Whether a month has a record, or is known to have none. */
const isAnswered = ({ state }: LedgerMonth): boolean => ['reported', 'checked', 'covered'].includes(state);

/** The ledger that villages report for a figure, or null where none do: the town keeps it, or the software does from beginning to end. */
export function ledgerOfFigure(source: FigureSource): ReportedLedger | null {
	const keeping = keepingOf(source);
	return keeping.by === 'villages' ? keeping.ledger : null;
}

/** Whether a month that is due is not known: nothing is reported of it, or an entry of it waits to be counted. */
export const isMissing = ({ state }: { state: string }): boolean => state === 'missing' || state === 'waiting';

/** How complete the villages' reports of a ledger are, over the months that are over. */
export interface CoverageSum {
	villages: number;
	/** Villages with no month missing. */
	complete: number;
	/** Months that are over, or have a record. */
	months: number;
	/** Village-months of which nothing is known. */
	missing: number;
}

export const sumCoverage = (villages: readonly { months: readonly LedgerMonth[] }[]): CoverageSum =>
	sumTallies(villages.map(({ months }) => tallyMonths(months)));

/** Of the months of one village: how many are over, or have a record, and of how many nothing is known. */
export interface MonthTally {
	due: number;
	missing: number;
}

export function tallyMonths(months: readonly LedgerMonth[]): MonthTally {
	const isDue = ({ state }: LedgerMonth) => state !== 'coming' && state !== 'running' && state !== 'before';
	return { due: months.filter(isDue).length, missing: months.filter(isMissing).length };
}

/** How complete reports are, by the tally of each village. */
export function sumTallies(villages: readonly MonthTally[]): CoverageSum {
	const sum = { villages: villages.length, complete: 0, months: 0, missing: 0 };
	for (const { due, missing } of villages) {
		if (missing === 0) sum.complete++;
		sum.months = Math.max(sum.months, due);
		sum.missing += missing;
	}
	return sum;
}

/** How many villages have checked a month (0 to 11) as zero, of those that report it: before a merger the old ones together are one. */
export function checkedVillages(villages: readonly { months: readonly LedgerMonth[] }[], at: number) {
	const reporting = villages.filter(({ months }) => months[at]!.state !== 'coming');
	return {
		villages: reporting.filter(({ months }) => months[at]!.state === 'checked').length,
		allVillages: reporting.length
	};
}

/** Whether a zero in that month (0 to 11) is known to be one: every village reported or checked it. */
export const isKnownZero = (villages: readonly { months: readonly LedgerMonth[] }[], at: number): boolean =>
	villages.length > 0 && villages.every(({ months }) => isAnswered(months[at]!));
