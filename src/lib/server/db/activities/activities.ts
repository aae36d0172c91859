import { and, asc, count, countDistinct, eq, inArray, sql, sum, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ActivityKind, CheckableKind } from '$lib/domain/activities/activity';
import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { pageFrom, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { activities, activityRemovals } from '../schema/activities/activities';
import { unitClosure, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';

type Statement = BatchItem<'sqlite'>;
export type Activity = typeof activities.$inferSelect;
type NewActivity = typeof activities.$inferInsert;

export function insertActivity(db: Database, activity: NewActivity): Statement {
	return db.insert(activities).values(activity);
}

export function insertActivities(db: Database, entries: NewActivity[]): Statement {
	return db.insert(activities).values(entries);
}

export function updateActivity(db: Database, id: string, changes: Partial<NewActivity>): Statement {
	return db.update(activities).set(changes).where(eq(activities.id, id));
}

export function insertActivityRemoval(db: Database, removal: typeof activityRemovals.$inferInsert): Statement {
	return db.insert(activityRemovals).values(removal);
}

/**
 * For the audit trail: the entry as it is when the correction is written, and as it will be. Of the 责任人 only that it
 * changed.
 */
export function activityBeforeAndAfter(id: string, after: Record<string, unknown>, changed: string[]): SQL<string> {
	return sql`(select json_object('before', json_object('unitId', unit_id, 'kind', kind, 'doneOn', done_on,
		'subject', subject, 'place', place, 'audience', audience, 'quantity', quantity, 'result', result,
		'evidence', evidence, 'note', note), 'after', json(${JSON.stringify(after)}),
		'changed', json(${JSON.stringify(changed)})) from activities where id = ${id})`;
}

const parents = alias(units, 'parents');
/** The unit of an entry and the one above it: 村 and 组 of the sheet. */
const unitColumns = { id: units.id, kind: units.kind, name: units.name, nameEn: units.nameEn };
const parentColumns = { id: parents.id, kind: parents.kind, name: parents.name, nameEn: parents.nameEn };

const recorders = alias(accounts, 'recorders');
const removers = alias(accounts, 'removers');

/**
 * One entry with its unit, who entered it, and when it was struck out, when, why and by whom (names sealed);
 * null when there is none.
 */
export async function findActivity(db: Database, id: string) {
	const rows = await db
		.select({
			activity: activities,
			unit: unitColumns,
			removal: activityRemovals,
			recordedBy: { id: recorders.id, nameSealed: recorders.nameSealed },
			removedBy: { id: removers.id, nameSealed: removers.nameSealed }
		})
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.leftJoin(recorders, eq(recorders.id, activities.byId))
		.leftJoin(activityRemovals, eq(activityRemovals.activityId, activities.id))
		.leftJoin(removers, eq(removers.id, activityRemovals.byId))
		.where(eq(activities.id, id));
	return rows[0] ?? null;
}

/** What the ledger may be narrowed to. Entries struck out are shown only when asked for. */
export interface ActivityFilter {
	kind?: ActivityKind;
	/** Several kinds at once; nothing matches an empty list. */
	kinds?: readonly ActivityKind[];
	/** A unit with all below it. */
	unitId?: string;
	year?: number;
	/** 1–12, of the year. */
	month?: number;
	isRemoved?: boolean;
}

function periodOf({ year, month }: ActivityFilter) {
	if (!year) return null;
	return month ? monthBounds(year, month) : yearBounds(year);
}

function narrowed(scope: string, filter: ActivityFilter): SQL | undefined {
	const period = periodOf(filter);
	return and(
		withinUnit(activities.unitId, scope),
		filter.unitId ? withinUnit(activities.unitId, filter.unitId) : undefined,
		filter.kind ? eq(activities.kind, filter.kind) : undefined,
		filter.kinds ? inArray(activities.kind, [...filter.kinds]) : undefined,
		period ? sql`${activities.doneOn} between ${period.fromOn} and ${period.toOn}` : undefined,
		eq(activities.isRemoved, filter.isRemoved ?? false)
	);
}

const rowsOf = (db: Database) =>
	db
		.select({ activity: activities, unit: unitColumns, parent: parentColumns })
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.leftJoin(parents, eq(parents.id, units.parentId));
export type ActivityRow = Awaited<ReturnType<typeof listActivities>>['rows'][number];

/** A page of the ledger within `scope`, newest first (责任人 sealed). Out: the rows and whether there are more either way. */
export async function listActivities(db: Database, scope: string, filter: ActivityFilter = {}, cursor?: Cursor) {
	const page = pageFrom(cursor, { key: activities.doneOn, id: activities.id, direction: 'descending' });
	return page.take(
		await rowsOf(db)
			.where(and(narrowed(scope, filter), page.beyond))
			.orderBy(...page.orderBy)
			.limit(page.limit)
	);
}

/** The same from the first day on, for the printed sheet; at most `most` entries. */
export async function listSheet(
	db: Database,
	scope: string,
	filter: ActivityFilter,
	most: number
): Promise<ActivityRow[]> {
	return rowsOf(db).where(narrowed(scope, filter)).orderBy(asc(activities.doneOn), asc(activities.id)).limit(most);
}

/** Per kind how many entries the filter leaves and what their quantities add up to: units are never mixed. */
export async function sumActivities(db: Database, scope: string, filter: ActivityFilter = {}) {
	return db
		.select({ kind: activities.kind, records: count(), quantity: sum(activities.quantity).mapWith(Number) })
		.from(activities)
		.where(narrowed(scope, filter))
		.groupBy(activities.kind);
}

/** The years that the ledger has entries of within `scope`, newest first. */
export async function listActivityYears(db: Database, scope: string): Promise<number[]> {
	const rows = await db
		.select({
			first: sql<string | null>`min(${activities.doneOn})`,
			last: sql<string | null>`max(${activities.doneOn})`
		})
		.from(activities)
		.where(withinUnit(activities.unitId, scope));
	const { first, last } = rows[0] ?? {};
	if (!first || !last) return [];
	const newest = Number(last.slice(0, 4));
	return Array.from({ length: newest - Number(first.slice(0, 4)) + 1 }, (_, back) => newest - back);
}

/** True for entries of the unit itself or of one above it. */
const covers = (unitId: string): SQL =>
	sql`${activities.unitId} in (select ${unitClosure.ancestorId} from ${unitClosure} where ${unitClosure.descendantId} = ${unitId})`;

/** The checked zero in force that covers a unit in a month (YYYY-MM): its own, or one of a unit above; null when there is none. */
export async function findCheckedZero(
	db: Database,
	unitId: string,
	kind: CheckableKind,
	month: string
): Promise<Activity | null> {
	const rows = await db
		.select()
		.from(activities)
		.where(
			and(
				eq(activities.zeroKind, kind),
				eq(activities.zeroMonth, month),
				eq(activities.isRemoved, false),
				covers(unitId)
			)
		)
		.limit(1);
	return rows[0] ?? null;
}

/** The months (YYYY-MM) of a year with a checked zero in force that covers the unit, with the entry and the day it was checked. */
export async function listCheckedZeros(db: Database, unitId: string, kind: CheckableKind, year: number) {
	return db
		.select({ month: sql<string>`${activities.zeroMonth}`, id: activities.id, doneOn: activities.doneOn })
		.from(activities)
		.where(
			and(
				eq(activities.zeroKind, kind),
				sql`${activities.zeroMonth} between ${`${year}-01`} and ${`${year}-12`}`,
				eq(activities.isRemoved, false),
				covers(unitId)
			)
		);
}

/** Entries of a kind in force per month (YYYY-MM) of a year, at the unit and everything below it. */
export async function countByMonth(db: Database, unitId: string, kind: ActivityKind, year: number) {
	const month = sql<string>`substr(${activities.doneOn}, 1, 7)`;
	return db.select({ month, count: count() }).from(activities).where(narrowed(unitId, { kind, year })).groupBy(month);
}

/** Per month (YYYY-MM) of a year how many villages and communities within the unit have a checked zero of their own. */
export async function countCheckedVillages(db: Database, unitId: string, kind: CheckableKind, year: number) {
	const month = sql<string>`${activities.zeroMonth}`;
	return db
		.select({ month, count: countDistinct(activities.unitId) })
		.from(activities)
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				eq(activities.zeroKind, kind),
				sql`${activities.zeroMonth} between ${`${year}-01`} and ${`${year}-12`}`,
				eq(activities.isRemoved, false),
				inArray(units.kind, unitKinds.filter(isVillageLevel)),
				withinUnit(activities.unitId, unitId)
			)
		)
		.groupBy(month);
}
