import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { WorkKind } from '$lib/domain/activities/added-work';
import { monthBounds, yearBounds } from '$lib/domain/calendar/calendar';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { activities, activityRemovals } from '../schema/activities/activities';
import { units } from '../schema/units/units';
import { isStruckOut } from '../struck-out';
import { readReach, withinReach, type Reach } from '../units/scope';

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
	kind?: WorkKind;
	/** Several kinds at once; nothing matches an empty list. */
	kinds?: readonly WorkKind[];
	/** A unit with all below it. */
	unitId?: string;
	year?: number;
	/** 1–12, of the year. */
	month?: number;
	isRemoved?: boolean;
}

/** The days of a filter's year and month; null for all of them. */
export function periodOf({ year, month }: ActivityFilter) {
	if (!year) return null;
	return month ? monthBounds(year, month) : yearBounds(year);
}

/** The condition that a filter means, within `reach`, which is the filter's unit. */
export function narrowed(reach: Reach, filter: ActivityFilter): SQL | undefined {
	const period = periodOf(filter);
	return and(
		withinReach(activities.unitId, reach),
		filter.kind ? eq(activities.kind, filter.kind) : undefined,
		filter.kinds ? inArray(activities.kind, [...filter.kinds]) : undefined,
		period ? sql`${activities.doneOn} between ${period.fromOn} and ${period.toOn}` : undefined,
		isStruckOut(activities.isRemoved, filter.isRemoved ?? false)
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
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: activities.doneOn, id: activities.id, direction: 'descending' });
	return page.take(
		await rowsOf(db)
			.where(and(narrowed(reach, filter), page.beyond))
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
	const reach = await readReach(db, scope, filter.unitId);
	if (!reach) return [];
	return rowsOf(db).where(narrowed(reach, filter)).orderBy(asc(activities.doneOn), asc(activities.id)).limit(most);
}
