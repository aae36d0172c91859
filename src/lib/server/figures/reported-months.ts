// What units have reported of ledgers in the months of a year: the one reading of it.
import { nothingAdded, type AddedWork, type ReportedLedger } from '$lib/domain/activities/added-work';
import { isBeforeStart, isReportedIn } from '$lib/domain/figures/ledger';
import { decideLedgerMonth, tallyMonths, type LedgerMonth, type MonthTally } from '$lib/domain/figures/coverage';
import { monthBoundsOf, yearBounds } from '$lib/domain/calendar/calendar';
import { monthsOf } from '$lib/domain/calendar/reporting-period';
import type { Database } from '$lib/server/db/client';
import {
	askReportedMonths,
	askZeros,
	checkedIn,
	countsIn,
	reportedIn,
	zerosOf,
	type Zero
} from '$lib/server/db/figures/coverage';
import { askReportedStarts } from '$lib/server/db/figures/ledger-starts';
import { askWaiting, waitingIn } from '$lib/server/db/figures/waiting-entries';
import { readTogether } from '$lib/server/db/together';
import { markMonths, marksAt, markValues, monthMarks } from './month-marks';

export interface AskedMonths {
	/** Whose records and checked zeros count, each with all below it. */
	units: readonly string[];
	year: number;
	/** The town's date. */
	today: string;
	ledgers: readonly ReportedLedger[];
	/** YYYY-MM: only that month of the year, where it is given. */
	month?: string;
	/** What the town added, of whose kinds it is asked when they are kept; nothing where it is left out. */
	added?: Pick<AddedWork, 'kinds'>;
}

/** The month of a ledger that a unit does not keep in it, and of one that the town begins later. */
export const notKept: LedgerMonth = { state: 'coming' };
const before: LedgerMonth = { state: 'before' };

/** A zero, where only that there is one matters. */
const someZero: Zero = { id: '', doneOn: '' };

/** What some units have reported of some ledgers in the months of a year. */
export async function readMonths(
	db: Database,
	{ units, year, month, today, ledgers, added = nothingAdded }: AskedMonths
) {
	const period = month ? monthBoundsOf(month) : yearBounds(year);
	const read = await readTogether(db, {
		records: askReportedMonths(db, units, period, ledgers),
		zeros: askZeros(db, units, period, ledgers),
		waiting: askWaiting(db, units, period),
		started: askReportedStarts(db, {})
	});
	const town = { starts: read.started[0]!, kinds: added.kinds };
	const [records, waiting, checked] = [reportedIn(read.records), waitingIn(read.waiting), checkedIn(read.zeros)];
	const [recordsOf, waitingOf, zeroOf] = [countsIn(records), countsIn(waiting), zerosOf(checked)];
	const months = monthsOf(period);
	const keptAt = new Map(
		ledgers.map((ledger) => [ledger, months.map((month) => isReportedIn(ledger, month, town))] as const)
	);
	const unkept = (ledger: ReportedLedger, month: string) => (isBeforeStart(ledger, month, town) ? before : notKept);
	const isKept = (ledger: ReportedLedger, month: string) => keptAt.get(ledger)![months.indexOf(month)]!;
	const marksOf = markMonths({ units, ledgers, months, records, waiting, checked });
	/** A month by its marks alone: without counts, and without the zero. */
	const decided = months.map((month) =>
		Array.from({ length: markValues }, (_, marks) =>
			decideLedgerMonth(month, today, {
				records: marks & monthMarks.records,
				waiting: marks & monthMarks.waiting,
				zero: marks & monthMarks.zero ? someZero : null
			})
		)
	);
	return {
		months,
		isKept,
		zeroOf,
		/** `checkedBelow`: the zero of a month that each unit below has checked. */
		monthOf: (
			ledger: ReportedLedger,
			id: string,
			month: string,
			checkedBelow: () => Zero | null = () => null
		): LedgerMonth => {
			if (!isKept(ledger, month)) return unkept(ledger, month);
			const zero = zeroOf(ledger, id, month) ?? checkedBelow();
			const facts = { records: recordsOf(ledger, id, month), waiting: waitingOf(ledger, id, month), zero };
			return decideLedgerMonth(month, today, facts);
		},
		/** Of a ledger, which of some units have nothing in the month at a place, in which it is kept. */
		lackingAt: (ledger: ReportedLedger, ids: readonly string[], at: number): string[] =>
			ids.filter((id) => decided[at]![marksAt(marksOf(ledger, id), at)]!.state === 'missing'),
		/** The tally of units that reported for themselves, of some months by their places; each kind of year is tallied once. */
		tallyBy: (ledger: ReportedLedger, places: readonly number[]) => {
			const kept = places.filter((at) => keptAt.get(ledger)![at]);
			const found = new Map<number, MonthTally>();
			return (id: string): MonthTally => {
				const marks = marksOf(ledger, id);
				let tally = found.get(marks);
				if (!tally) found.set(marks, (tally = tallyMonths(kept.map((at) => decided[at]![marksAt(marks, at)]!))));
				return tally;
			};
		}
	};
}
