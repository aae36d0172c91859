import { nothingAdded, reportedLedgers, type AddedWork, type ReportedLedger } from '$lib/domain/activities/added-work';
import { isOfCases, isReportedIn } from '$lib/domain/figures/ledger';
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
import { villageKinds } from '$lib/domain/units/unit';
import type { Database } from '$lib/server/db/client';
import { askReportedMonths, askZeros, reportedMonthsOf, zerosOf, type Zero } from '$lib/server/db/figures/coverage';
import { askWaiting, waitingMonthsOf } from '$lib/server/db/figures/waiting-entries';
import { askStarts } from '$lib/server/db/figures/ledger-starts';
import { readTogether } from '$lib/server/db/together';
import { listUnits } from '$lib/server/db/units/units';
import { askVillages, isThereOn, villagesOf } from '$lib/server/db/units/villages';

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
	const asOf = today < period.toOn ? today : period.toOn;
	const listed = villagesOf(await askVillages(db, { scope, fromOn: asOf, on: asOf }));
	const villages = listed.filter((village) => isThereOn(village, asOf));
	const reporters = villages.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]);
	const { monthOf } = await readMonths(db, { units: reporters, checkers: reporters, added, ...asked });
	const months = monthsOf(period);
	return ledgers.map((ledger) => {
		const rows = villages.map(({ id, name, nameEn, splitOn, parts }) => ({
			...{ id, name, nameEn },
			months: months.map((month) => {
				// Before villages merged each of them reported for itself; before one was split, it did for the new ones.
				const then = parts.filter((part) => isInPlaceAt(part, month));
				const [first, ...rest] = then.map((part) => monthOf(ledger, part.id, month));
				if (first) return joinMonths([first, ...rest]);
				return splitOn && monthBoundsOf(month).toOn < splitOn
					? { state: 'coming' as const }
					: monthOf(ledger, id, month);
			})
		}));
		return { ledger, rows, ...sumCoverage(rows) };
	});
}

/** One unit's own ledgers in a year, with all below it, as of `today`: what it has reported, checked (itself, or each of its villages), or still owes. */
export async function readLedgers(
	db: Database,
	{ unitId, year, today, added = nothingAdded }: Pick<Asked, 'year' | 'today' | 'added'> & { unitId: string }
): Promise<{ id: ReportedLedger; months: LedgerMonth[] }[]> {
	const ledgers = reportedLedgers(added);
	const villages = (await listUnits(db, unitId, villageKinds)).map(({ id }) => id);
	const checkers = [...new Set([unitId, ...villages])];
	const { monthOf, zeroOf, isKept } = await readMonths(db, {
		...{ units: [unitId], checkers, year, today, added },
		ledgers
	});
	const ofVillages = (ledger: ReportedLedger, month: string) => {
		const zeros = villages.map((id) => zeroOf(ledger, id, month));
		return zeros.every(Boolean) ? (zeros[0] ?? null) : null;
	};
	const months = monthsOf(yearBounds(year));
	return ledgers
		.filter((id) => months.some((month) => isKept(id, month)))
		.map((id) => ({ id, months: months.map((month) => monthOf(id, unitId, month, ofVillages(id, month))) }));
}

interface Asked {
	/** Whose records count, each with all below it. */
	units: readonly string[];
	/** Whose checked zeros count. */
	checkers: readonly string[];
	year: number;
	today: string;
	ledgers: readonly ReportedLedger[];
	/** What the town added, of whose kinds it is asked when they are kept; nothing where it is left out. */
	added?: Pick<AddedWork, 'kinds'>;
}

/** What some units have reported of some ledgers in the months of a year: the one reading of it. */
async function readMonths(db: Database, { units, checkers, year, today, ledgers, added = nothingAdded }: Asked) {
	const period = yearBounds(year);
	const read = await readTogether(db, {
		records: askReportedMonths(db, units, period, ledgers),
		zeros: askZeros(db, checkers, period, ledgers),
		waiting: askWaiting(db, units, period),
		started: ledgers.some(isOfCases) ? askStarts(db, {}) : null
	});
	const kept = { casesFromOn: read.started?.[0]!.cases ?? null, kinds: added.kinds };
	const [recordsOf, zeroOf] = [reportedMonthsOf(read.records, ledgers), zerosOf(read.zeros)];
	const waitingOf = waitingMonthsOf(read.waiting);
	const isKept = (ledger: ReportedLedger, month: string) => isReportedIn(ledger, month, kept);
	/** `checkedBelow`: the zero of a month that each unit below has checked. */
	const monthOf = (ledger: ReportedLedger, id: string, month: string, checkedBelow: Zero | null = null): LedgerMonth =>
		isKept(ledger, month)
			? decideLedgerMonth(month, today, {
					records: recordsOf(ledger, id, month),
					waiting: waitingOf(ledger, id, month),
					zero: zeroOf(ledger, id, month) ?? checkedBelow
				})
			: { state: 'coming' };
	return { monthOf, zeroOf, isKept };
}
