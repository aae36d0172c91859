import { nothingAdded, reportedLedgers, type AddedWork, type ReportedLedger } from '$lib/domain/activities/added-work';
import {
	joinMonths,
	sumTallies,
	tallyMonths,
	type CoverageSum,
	type LedgerMonth,
	type MonthTally
} from '$lib/domain/figures/coverage';
import { isLookedThrough } from '$lib/domain/figures/ledger';
import { isInPlaceAt } from '$lib/domain/figures/known';
import { monthBoundsOf, yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '$lib/server/db/client';
import type { Zero } from '$lib/server/db/figures/coverage';
import { askVillages, isThereOn, villagesOf, type Village } from '$lib/server/db/units/villages';
import { notKept, readMonths, type AskedMonths } from './reported-months';

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

/** A month of a ledger of which a unit owes a report; `unitIds`: for which units a checked zero says it. None where it cannot be said yet. */
export interface OwedMonth {
	ledger: ReportedLedger;
	/** YYYY-MM */
	month: string;
	state: LedgerMonth['state'];
	unitIds: string[];
}

interface AskedUnit extends Pick<AskedMonths, 'year' | 'today' | 'month'> {
	unitId: string;
	/** All that the town keeps when left out. */
	ledgers?: readonly ReportedLedger[];
	added?: Pick<AddedWork, 'kinds'>;
	/** Whether the villages are rows of one ground all through the year, as tables have them; left out, those of its last day, or of today. */
	ofYear?: boolean;
}

/** A month of a ledger: the unit's own, and the ids of its villages that have reported nothing, where others have, or wait. */
interface UnitMonth {
	own: LedgerMonth;
	lacking: string[];
}

/**
 * What a unit and its villages have reported of a year, as of `today`: read once, in two round trips, and asked in several ways. Of many
 * villages each answer is worked out when it is asked for.
 */
export async function readReports(
	db: Database,
	{ unitId, added = nothingAdded, ledgers, ofYear = false, ...asked }: AskedUnit
) {
	const wanted = ledgers ?? reportedLedgers(added);
	const { villages, reporters } = await listReporters(db, { scope: unitId, ofYear, ...asked });
	const units = [...new Set([unitId, ...reporters])];
	const read = await readMonths(db, { units, ...asked, added, ledgers: wanted });
	const { months, monthOf, zeroOf, isKept, lackingAt, tallyBy } = read;
	const there = new Map(months.map((month) => [month, villages.flatMap((village) => reportersOf(village, month))]));
	/** The first of the zeros by which all of these have checked a month; null where one of them has not. */
	const checkedBy = (ledger: ReportedLedger, ids: readonly string[], month: string): Zero | null =>
		ids.every((id) => zeroOf(ledger, id, month)) && ids[0] !== undefined ? zeroOf(ledger, ids[0], month) : null;
	const readingOf = (ledger: ReportedLedger, month: string): UnitMonth => {
		const ids = there.get(month)!;
		if (villages.length > 0 && ids.length === 0) return { own: notKept, lacking: [] };
		const own = monthOf(ledger, unitId, month, () => checkedBy(ledger, ids, month));
		if ((own.state !== 'reported' && own.state !== 'waiting') || isLookedThrough(ledger)) return { own, lacking: [] };
		return { own, lacking: lackingAt(ledger, ids, months.indexOf(month)) };
	};
	/** Whether a record of the unit shows that a month which is over was looked through in its villages. */
	const isCovered = (ledger: ReportedLedger, month: string): boolean =>
		isLookedThrough(ledger) &&
		monthBoundsOf(month).toOn <= asked.today &&
		monthOf(ledger, unitId, month).state === 'reported';
	const monthOfReporter = (ledger: ReportedLedger, id: string, month: string): LedgerMonth => {
		const own = monthOf(ledger, id, month);
		return own.state === 'missing' && isCovered(ledger, month) ? { state: 'covered' } : own;
	};
	const monthOfVillage = (ledger: ReportedLedger, village: Village, month: string): LedgerMonth => {
		const [first, ...others] = reportersOf(village, month);
		if (first === undefined) return notKept;
		const own = monthOfReporter(ledger, first, month);
		return others.length === 0 ? own : joinMonths([own, ...others.map((id) => monthOfReporter(ledger, id, month))]);
	};
	/** How complete the villages' reports of a ledger are: of the year, or of some of its months by their places. */
	const sumOf = (ledger: ReportedLedger, places: readonly number[] = [...months.keys()]): CoverageSum => {
		const owing = places.filter((at) => !isCovered(ledger, months[at]!));
		const tallyOf = tallyBy(ledger, owing);
		const covered = places.length - owing.length;
		const tallyAlone = ({ due, missing }: MonthTally): MonthTally => ({ due: due + covered, missing });
		const tallies = villages.map((village) =>
			isAlone(village)
				? tallyAlone(tallyOf(village.id))
				: tallyMonths(places.map((at) => monthOfVillage(ledger, village, months[at]!)))
		);
		return sumTallies(tallies);
	};
	const ownOf = (ledger: ReportedLedger): LedgerMonth[] =>
		months.map((month) => {
			const { own, lacking } = readingOf(ledger, month);
			return lacking.length > 0 ? { ...own, lacking: lacking.length } : own;
		});
	return {
		sumOf,
		/** The villages with what they have reported of a ledger, month by month. */
		coverageOf: (ledger: ReportedLedger): Coverage => {
			const rows = villages.map((village) => ({
				...{ id: village.id, name: village.name, nameEn: village.nameEn },
				months: months.map((month) => monthOfVillage(ledger, village, month))
			}));
			return { ledger, rows, ...sumOf(ledger) };
		},
		/**
		 * The unit's own ledgers, with all below it: what it has reported, checked (itself, or each of its villages), or still owes. Beside
		 * records it says how many of its villages lack: their months are still owed.
		 */
		ofUnit: (): { id: ReportedLedger; months: LedgerMonth[] }[] =>
			wanted.filter((id) => months.some((month) => isKept(id, month))).map((id) => ({ id, months: ownOf(id) })),
		/**
		 * Every ledger and month, and where a checked zero is to be written. Without any record that is the unit itself, else those villages below
		 * it that have reported nothing.
		 */
		owed: (): OwedMonth[] =>
			wanted.flatMap((ledger) =>
				months.map((month) => {
					const { own, lacking } = readingOf(ledger, month);
					return { ledger, month, state: own.state, unitIds: own.state === 'missing' ? [unitId] : lacking };
				})
			)
	};
}

/** Which villages within `scope` have reported which months of a year, for each of some ledgers, as of `today` (the town's date). */
export async function readCoverage(
	db: Database,
	{ scope, ledgers, ...asked }: Omit<AskedUnit, 'unitId'> & { scope: string; ledgers: readonly ReportedLedger[] }
): Promise<Coverage[]> {
	const { coverageOf } = await readReports(db, { unitId: scope, ledgers, ...asked });
	return ledgers.map(coverageOf);
}

/** The villages within a scope that are there at the end of a year, or today in a running one, and the ids of all that reported for them. */
async function listReporters(
	db: Database,
	{ scope, year, today, ofYear }: Pick<AskedMonths, 'year' | 'today'> & { scope: string; ofYear: boolean }
): Promise<{ villages: Village[]; reporters: string[] }> {
	const { fromOn, toOn } = yearBounds(year);
	const asOf = today < toOn ? today : toOn;
	const listed = villagesOf(await askVillages(db, { scope, fromOn: ofYear ? fromOn : asOf, on: asOf }));
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

/** Whether no other ever reported for a village. */
const isAlone = ({ splitOn, parts }: Village): boolean => splitOn === null && parts.length === 0;
