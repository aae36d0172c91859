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
import { answersOf, askSums, type SumRows } from './figure-sums';

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

/** The query of how many records of which ledger some units have in which months that a period touches. */
export const askReportedMonths = (
	db: Database,
	unitIds: readonly string[],
	period: Period,
	ledgers: readonly ReportedLedger[] = checkableKinds
) => {
	const asks = ledgers.map((ledger) => ({ of: [partOfLedger(ledger)], period: wholeMonths(period), byMonth: true }));
	return askSums(db, unitIds, asks);
};

/** Reads the answer to `askReportedMonths` of these ledgers. */
export function reportedMonthsOf(rows: SumRows, ledgers: readonly ReportedLedger[] = checkableKinds): RecordsOf {
	const answers = answersOf(rows);
	const nths = new Map(ledgers.map((ledger, nth) => [ledger, nth]));
	return (ledger, unitId, month) =>
		(answers.get(unitId)?.[nths.get(ledger) ?? -1] as Record<string, number> | undefined)?.[month] ?? 0;
}

/** The same, asked and read. */
export async function listReportedMonths(...asked: Parameters<typeof askReportedMonths>): Promise<RecordsOf> {
	// Of no days, as where no row of an import could be read, there is nothing.
	if (asked[2].toOn === '') return () => 0;
	return reportedMonthsOf(await askReportedMonths(...asked), asked[3]);
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

/** Reads the answer to `askZeros`. A unit's own zero comes before one of a unit above. */
export function zerosOf([row]: ZeroRows): ZeroOf {
	const zeros = new Map<string, Zero>();
	for (const [checker, ledger, month, id, doneOn] of JSON.parse(row!.zeros) as [
		string,
		string,
		string,
		string,
		string
	][])
		zeros.set(`${ledger} ${month} ${checker}`, { id, doneOn });
	const checkersOf = groupBy(JSON.parse(row!.covered) as [string, string][], ([unitId]) => unitId);
	return (ledger, unitId, month) => {
		for (const [, checker] of checkersOf.get(unitId) ?? []) {
			const zero = zeros.get(`${ledger} ${month} ${checker}`);
			if (zero) return zero;
		}
		return null;
	};
}

export const listZeroMonths = async (...asked: Parameters<typeof askZeros>): Promise<ZeroOf> =>
	zerosOf(await askZeros(...asked));

/** A period with the rest of its first and last months. */
export const wholeMonths = ({ fromOn, toOn }: Period): Period => ({
	fromOn: `${fromOn.slice(0, 7)}-01`,
	toOn: monthBoundsOf(toOn).toOn
});
