import { and, asc, sql } from 'drizzle-orm';
import type { ReportedLedger, WorkKind } from '$lib/domain/activities/added-work';
import type { Database } from '../client';
import { activities, activityRemovals } from '../schema/activities/activities';
import { isStruckOut } from '../struck-out';
import { withinReach, withinUnit } from '../units/scope';
import type { Statement } from '../statement';
import { hasOwnAct, type WorkedOn } from './imported-records';
import type { Slice } from './import-progress';
import { beyond, inSlices, ofYear, sliceSize, type Narrowed } from './in-slices';
import { byDefault, constant, fieldOf, insertFrom, newRowsInOrder, recordId, stamped, type Stamp } from './landing';
import type { Undo } from './undoing';

/** What a draft keeps of an entry of the work ledger. */
export interface ActivityRecord {
	unitId: string;
	kind: WorkKind;
	doneOn: string;
	subject: string;
	place: string;
	audience: string;
	quantity: number;
	result: string;
	responsibleSealed: string;
	evidence: string;
	note: string;
	zeroKind: ReportedLedger | null;
	zeroMonth: string | null;
}

/** The new rows become entries of the work ledger. */
export function landActivities(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const own = fieldOf<ActivityRecord>();
	const activity = {
		id: recordId,
		unitId: own('unitId'),
		kind: own('kind'),
		doneOn: own('doneOn'),
		subject: own('subject'),
		place: own('place'),
		audience: own('audience'),
		quantity: own('quantity'),
		result: own('result'),
		responsibleSealed: own('responsibleSealed'),
		evidence: own('evidence'),
		note: own('note'),
		zeroKind: own('zeroKind'),
		zeroMonth: own('zeroMonth'),
		isRemoved: byDefault,
		...stamped(stamp)
	} as const;
	return [insertFrom(db, activities, activity, newRowsInOrder(slice))];
}

export const activitiesWorkedOn: WorkedOn = hasOwnAct('activity');

/** Strikes entries out. */
export function removeActivities(db: Database, { reason, ids, ...stamp }: Undo): Statement[] {
	const removal = { activityId: sql<string>`record_id`, reason: constant(reason), ...stamped(stamp) };
	return [insertFrom(db, activityRemovals, removal, sql`(${ids})`)];
}

/** Entries of the work ledger in force on these days, checked zeros too. */
export async function listActivitiesOn(db: Database, scope: string, days: readonly string[]) {
	return db
		.select({
			id: activities.id,
			unitId: activities.unitId,
			kind: activities.kind,
			doneOn: activities.doneOn,
			subject: activities.subject
		})
		.from(activities)
		.where(
			and(
				withinUnit(activities.unitId, scope),
				isStruckOut(activities.isRemoved, false),
				sql`${activities.doneOn} in (select value from json_each(${JSON.stringify(days)}))`
			)
		);
}

/** Entries of the work ledger that were not removed, checked zeros too, by their day. */
export const eachActivity = (db: Database, { scope, year }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({ key: activities.doneOn, id: activities.id, activity: activities })
			.from(activities)
			.where(
				and(
					isStruckOut(activities.isRemoved, false),
					withinReach(activities.unitId, reach),
					ofYear(activities.doneOn, year),
					beyond(activities.doneOn, activities.id, after)
				)
			)
			.orderBy(asc(activities.doneOn), asc(activities.id))
			.limit(sliceSize)
	);
