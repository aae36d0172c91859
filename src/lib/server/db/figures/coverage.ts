import { sql } from 'drizzle-orm';
import { isOfCases } from '$lib/domain/figures/ledger';
import { checkableKinds } from '$lib/domain/activities/activity';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
import { groupBy } from '$lib/domain/group-by';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { compiled } from '../compiled';
import type { CountedPart } from './counted-parts';

/** What is counted of a ledger that villages report. */
export function partOfLedger(ledger: ReportedLedger): CountedPart {
	switch (ledger) {
		case 'banquet':
			return { measure: 'banquets-held', by: 'records' };
		case 'dissuasion':
			return { measure: 'banquets-dissuaded', by: 'records' };
		default:
			return { measure: isOfCases(ledger) ? 'cases-received' : 'activities', kinds: [ledger], by: 'records' };
	}
}

/** How many records of a ledger a unit has in a month (YYYY-MM), with all below it. */
export type RecordsOf = (ledger: ReportedLedger, unitId: string, month: string) => number;

/** A month (YYYY-MM) of a ledger of which a unit has records, or entries that wait. */
export interface MonthOfUnit {
	unitId: string;
	ledger: string;
	month: string;
	count: number;
}

type ReportedRows = { reported: string }[];

/** The query of how many records of which ledger some units have in which months that a period touches. */
export const askReportedMonths = (
	db: Database,
	unitIds: readonly string[],
	{ fromOn, toOn }: Period,
	ledgers: readonly ReportedLedger[] = checkableKinds
) =>
	reported(db, {
		units: JSON.stringify([...new Set(unitIds)]),
		measures: JSON.stringify([...new Set(ledgers.map((ledger) => partOfLedger(ledger).measure))]),
		ledgers: JSON.stringify(ledgers),
		first: fromOn.slice(0, 7),
		last: toOn.slice(0, 7)
	});

/** The units that were asked for, and of what they have: which of them, the ledger, the month, records. */
const reported = compiled<Record<'units' | 'measures' | 'ledgers' | 'first' | 'last', string>, ReportedRows>(
	(db, { units, measures, ledgers, first, last }) =>
		db.select({ reported: sql<string>`reported` }).from(
			sql`(select json_array(json(${units}), json_group_array(json_array(u.key,
				case m.value when 'banquets-held' then 'banquet' when 'banquets-dissuaded' then 'dissuasion' else f.kind end, f.span, f.records))) as reported
			from json_each(${units}) u cross join json_each(${measures}) m cross join figure_sums f
			where f.scope_id = u.value and f.measure = m.value and f.grain = 'month' and f.span between ${first} and ${last} and f.records > 0
				and (f.measure in ('banquets-held', 'banquets-dissuaded') or f.kind in (select value from json_each(${ledgers}))))`
		)
);

/** Reads the answer to `askReportedMonths`; a month is listed once for each kind and topic that it has. */
export function reportedIn([row]: ReportedRows): MonthOfUnit[] {
	const [units, rows] = JSON.parse(row!.reported) as [string[], [number, string, string, number][]];
	return rows.map(([nth, ledger, month, count]) => ({ unitId: units[nth]!, ledger, month, count }));
}

/** Adds up what is listed. */
export function countsIn(listed: readonly MonthOfUnit[]): RecordsOf {
	const found = new Map<string, Map<string, number>>();
	for (const { unitId, ledger, month, count } of listed) {
		let months = found.get(unitId);
		if (!months) found.set(unitId, (months = new Map<string, number>()));
		const key = `${ledger} ${month}`;
		months.set(key, (months.get(key) ?? 0) + count);
	}
	return (ledger, unitId, month) => found.get(unitId)?.get(`${ledger} ${month}`) ?? 0;
}

/** The same, asked and read. */
export async function listReportedMonths(...asked: Parameters<typeof askReportedMonths>): Promise<RecordsOf> {
	// Of no days, as where no row of an import could be read, there is nothing.
	if (asked[2].toOn === '') return () => 0;
	return countsIn(reportedIn(await askReportedMonths(...asked)));
}

/** A checked zero in force. */
export interface Zero {
	id: string;
	/** The day on which a cadre checked. */
	doneOn: string;
}
export type ZeroOf = (ledger: ReportedLedger, unitId: string, month: string) => Zero | null;

/** The query of the checked zeros in force that cover these units in the months a period touches: their own, and those of units above them. */
export const askZeros = (
	db: Database,
	unitIds: readonly string[],
	{ fromOn, toOn }: Period,
	ledgers: readonly ReportedLedger[] = checkableKinds
) =>
	zeros(db, {
		units: JSON.stringify(unitIds),
		ledgers: JSON.stringify(ledgers),
		first: fromOn.slice(0, 7),
		last: toOn.slice(0, 7)
	});

type Asked = Record<'units' | 'ledgers' | 'first' | 'last', string>;

/** Zeros by the unit that checked them, and which of these units are above each that was asked for, or are itself. */
type ZeroRows = { zeros: string; covered: string }[];

const zeros = compiled<Asked, ZeroRows>((db, { units, ledgers, first, last }) =>
	db.select({ zeros: sql<string>`zeros`, covered: sql<string>`covered` }).from(
		sql`(with covered as materialized (select u.value as unit_id, c.ancestor_id, c.ancestor_id <> u.value as is_above
				from json_each(${units}) as u cross join unit_closure c on c.descendant_id = u.value),
			zeros as materialized (select z.unit_id, z.zero_kind, z.zero_month, z.id, z.done_on
				from (select distinct ancestor_id as id from covered) a cross join activities z on z.unit_id = a.id
				and z.zero_kind is not null and z.is_removed = 0
				where z.zero_month between ${first} and ${last} and z.zero_kind in (select value from json_each(${ledgers})))
			select (select json_group_array(json_array(unit_id, zero_kind, zero_month, id, done_on)) from zeros) as zeros,
				(select json_group_array(json_array(unit_id, ancestor_id)) from (select * from covered
					where ancestor_id in (select unit_id from zeros) order by is_above)) as covered)`
	)
);

/** Checked zeros with the unit that checked them, and by whose zeros a unit is covered, its own first. */
export interface CheckedMonths {
	zeros: (Zero & { unitId: string; ledger: string; month: string })[];
	checkersOf: (unitId: string) => readonly string[];
}

/** Reads the answer to `askZeros`. */
export function checkedIn([row]: ZeroRows): CheckedMonths {
	const zeros = JSON.parse(row!.zeros) as [string, string, string, string, string][];
	const checkers = groupBy(JSON.parse(row!.covered) as [string, string][], ([unitId]) => unitId);
	return {
		zeros: zeros.map(([unitId, ledger, month, id, doneOn]) => ({ unitId, ledger, month, id, doneOn })),
		checkersOf: (unitId) => (checkers.get(unitId) ?? []).map(([, checker]) => checker)
	};
}

/** The zero that covers a unit in a month. Its own comes before one of a unit above. */
export function zerosOf({ zeros, checkersOf }: CheckedMonths): ZeroOf {
	const found = new Map(zeros.map((zero) => [`${zero.ledger} ${zero.month} ${zero.unitId}`, zero]));
	return (ledger, unitId, month) => {
		for (const checker of checkersOf(unitId)) {
			const zero = found.get(`${ledger} ${month} ${checker}`);
			if (zero) return { id: zero.id, doneOn: zero.doneOn };
		}
		return null;
	};
}

export const listZeroMonths = async (...asked: Parameters<typeof askZeros>): Promise<ZeroOf> =>
	zerosOf(checkedIn(await askZeros(...asked)));

/** A period with the rest of its first and last months. */
export const wholeMonths = ({ fromOn, toOn }: Period): Period => ({
	fromOn: `${fromOn.slice(0, 7)}-01`,
	toOn: monthBoundsOf(toOn).toOn
});
