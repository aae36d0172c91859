import { and, eq, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { CaseKind } from '$lib/domain/cases/case';
import { yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import { isOn } from '../in-period';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { caseRemovals, cases, caseSettlements } from '../schema/cases/cases';
import { units } from '../schema/units/units';
import { isStruckOut } from '../struck-out';
import { readReach, withinReach, type Reach } from '../units/scope';

const unitColumns = { id: units.id, kind: units.kind, name: units.name, nameEn: units.nameEn };
const recorders = alias(accounts, 'recorders');
const settlers = alias(accounts, 'settlers');
const removers = alias(accounts, 'removers');

/** One case with its unit, its settlement and its removal, and who wrote each of them down (names sealed); null when there is none. */
export async function findCase(db: Database, id: string) {
	const rows = await db
		.select({
			case: cases,
			unit: unitColumns,
			settlement: caseSettlements,
			removal: caseRemovals,
			recordedBy: { id: recorders.id, nameSealed: recorders.nameSealed },
			settledBy: { id: settlers.id, nameSealed: settlers.nameSealed },
			removedBy: { id: removers.id, nameSealed: removers.nameSealed }
		})
		.from(cases)
		.innerJoin(units, eq(units.id, cases.unitId))
		.leftJoin(caseSettlements, eq(caseSettlements.caseId, cases.id))
		.leftJoin(caseRemovals, eq(caseRemovals.caseId, cases.id))
		.leftJoin(recorders, eq(recorders.id, cases.byId))
		.leftJoin(settlers, eq(settlers.id, caseSettlements.byId))
		.leftJoin(removers, eq(removers.id, caseRemovals.byId))
		.where(eq(cases.id, id));
	return rows[0] ?? null;
}
export type FoundCase = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** Which cases of a list are meant: those that are open, of these those past their due day, or settled ones. */
export const listedStates = ['open', 'overdue', 'settled'] as const;
export type ListedState = (typeof listedStates)[number];

/** What the ledger may be narrowed to. Cases struck out are shown only when asked for. */
export interface CaseFilter {
	kind?: CaseKind;
	state?: ListedState;
	/** A unit with all below it. */
	unitId?: string;
	/** In which it was received. */
	year?: number;
	isRemoved?: boolean;
}

const isIn: Record<ListedState, (today: string) => SQL> = {
	open: () => sql`${cases.listKey} < '1'`,
	overdue: (today) => sql`${cases.listKey} < ${`0${today}`}`,
	settled: () => sql`${cases.listKey} >= '1'`
};

function narrowed(reach: Reach, today: string, { kind, state, year, isRemoved = false }: CaseFilter): SQL | undefined {
	return and(
		withinReach(cases.unitId, reach),
		isStruckOut(cases.isRemoved, isRemoved),
		kind && eq(cases.kind, kind),
		state && isIn[state](today),
		year === undefined ? undefined : isOn(cases.receivedOn, yearBounds(year))
	);
}

/** What a list is asked for: cases within `scope`, as of `today` (the town's date). */
interface AskedCases {
	scope: string;
	today: string;
	filter?: CaseFilter;
}

/** A page of the ledger: open cases first, those due earliest on top, then settled ones, the newest first. What they are about is sealed. */
export async function listCases(db: Database, { scope, today, filter = {} }: AskedCases, cursor?: Cursor) {
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: cases.listKey, id: cases.id, direction: 'ascending' });
	return page.take(
		await db
			.select({ case: cases, unit: unitColumns })
			.from(cases)
			.innerJoin(units, eq(units.id, cases.unitId))
			.where(and(narrowed(reach, today, filter), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
}

/** How many cases a filter leaves, and how many of them are open past their due day. */
export async function countCases(db: Database, { scope, today, filter = {} }: AskedCases) {
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return { all: 0, overdue: 0 };
	const [row] = await db
		.select({
			all: sql<number>`count(*)`,
			overdue: sql<number>`coalesce(sum(${isIn.overdue(today)}), 0)`
		})
		.from(cases)
		.where(narrowed(reach, today, filter));
	return row!;
}

/** The years in which cases within `scope` were received, the newest first. */
export async function listCaseYears(db: Database, scope: string): Promise<number[]> {
	const rows = await db.all<{ year: number }>(sql`select distinct cast(span as integer) as year from figure_sums
		where scope_id = ${scope} and measure = 'cases-received' and grain = 'year' and records > 0 order by 1 desc`);
	return rows.map(({ year }) => year);
}
