import { sql } from 'drizzle-orm';
import { isOfCases } from '$lib/domain/figures/ledger';
import { checkableKinds } from '$lib/domain/activities/activity';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import { monthBoundsOf } from '$lib/domain/calendar/calendar';
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
	return (ledger, unitId, month) =>
		(answers.get(unitId)?.[ledgers.indexOf(ledger)] as Record<string, number> | undefined)?.[month] ?? 0;
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

const zeros = compiled<Asked, { zeros: string }[]>((db, { units, ledgers, first, last }) =>
	db
		.select({ zeros: sql<string>`json_group_array(json_array(u.value, z.zero_kind, z.zero_month, z.id, z.done_on))` })
		.from(
			sql`json_each(${units}) as u cross join json_each(${ledgers}) as l cross join unit_closure c on c.descendant_id = u.value
				cross join activities z on z.unit_id = c.ancestor_id and z.zero_kind = l.value and z.zero_month between ${first} and ${last}
				and z.zero_kind is not null and z.is_removed = 0`
		)
);

export function zerosOf([row]: readonly { zeros: string }[]): ZeroOf {
	const found = new Map(
		(JSON.parse(row!.zeros) as string[][]).map(([unitId, ledger, month, id, doneOn]) => [
			`${ledger} ${unitId} ${month}`,
			{ id: id!, doneOn: doneOn! }
		])
	);
	return (ledger, unitId, month) => found.get(`${ledger} ${unitId} ${month}`) ?? null;
}

export const listZeroMonths = async (...asked: Parameters<typeof askZeros>): Promise<ZeroOf> =>
	zerosOf(await askZeros(...asked));

/** A period with the rest of its first and last months. */
export const wholeMonths = ({ fromOn, toOn }: Period): Period => ({
	fromOn: `${fromOn.slice(0, 7)}-01`,
	toOn: monthBoundsOf(toOn).toOn
});
