import { and, asc, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { householdCountRemovals } from '../schema/ledgers/imports';
import { householdCounts } from '../schema/units/units';
import { withinReach, withinUnit } from '../units/scope';
import type { Statement } from '../statement';
import type { RecordId, WorkedOn } from './imported-records';
import { hasReached, type Slice } from './import-progress';
import { beyond, inSlices, sliceSize, type Narrowed } from './in-slices';
import { constant, fieldOf, insertFrom, newRows, stamped, type Stamp } from './landing';
import { isInIds, type Undo } from './undoing';

/** What a draft keeps of a count of households. */
export interface HouseholdsRecord {
	unitId: string;
	fromOn: string;
	households: number;
}

const own = fieldOf<HouseholdsRecord>();

/** A count has no id: its village and day stand for one. */
export const householdsRecordId: RecordId = sql<string>`${own('unitId')} || ':' || ${own('fromOn')}`;

/** The new rows become counts of households. */
export function landHouseholds(db: Database, slice: Slice, stamp: Stamp): Statement[] {
	const count = {
		unitId: own('unitId'),
		fromOn: own('fromOn'),
		households: own('households'),
		...stamped(stamp)
	};
	return [insertFrom(db, householdCounts, count, newRows(slice))];
}

/** The count, `h`, that has an id: a village's, a colon and a day. */
const isCount = (id: SQL): SQL =>
	sql`h.unit_id = substr(${id}, 1, length(${id}) - 11) and h.from_on = substr(${id}, -10)`;

/** The count is no longer the one that came with the import. */
export const householdsWorkedOn: WorkedOn = sql`not exists (select 1 from household_counts h
	where ${isCount(sql`i.record_id`)} and h.at = l.at and h.by_id is l.by_id)`;

/** Moves counts out of force, with all that they said. */
export function removeHouseholds(db: Database, { slice, reason, ids, ...stamp }: Undo): Statement[] {
	const own = `${slice.importId}:`;
	const removed = isInIds(sql`id`, { ...slice, after: own + slice.after, to: own + (slice.to ?? '~') });
	const removal = {
		id: sql<string>`${own} || h.unit_id || ':' || h.from_on`,
		unitId: sql<string>`h.unit_id`,
		fromOn: sql<string>`h.from_on`,
		households: sql<number>`h.households`,
		recordedAt: sql<number>`h.at`,
		recordedById: sql<string | null>`h.by_id`,
		reason: constant(reason),
		...stamped(stamp)
	};
	return [
		insertFrom(
			db,
			householdCountRemovals,
			removal,
			sql`(${ids}) x join household_counts h on ${isCount(sql`x.record_id`)}`
		),
		db.run(sql`delete from household_counts where (unit_id, from_on) in
			(select unit_id, from_on from household_count_removals where ${removed}) and ${hasReached(slice)}`)
	];
}

/** All counts of households within a unit. */
export async function listHouseholdCountsWithin(db: Database, scope: string) {
	return db.select().from(householdCounts).where(withinUnit(householdCounts.unitId, scope));
}

/** Registered households, by the day from which they count. */
export const eachHouseholdCount = (db: Database, { scope }: Narrowed) =>
	inSlices(db, scope, (reach, after) =>
		db
			.select({ key: householdCounts.fromOn, id: householdCounts.unitId, households: householdCounts.households })
			.from(householdCounts)
			.where(
				and(withinReach(householdCounts.unitId, reach), beyond(householdCounts.fromOn, householdCounts.unitId, after))
			)
			.orderBy(asc(householdCounts.fromOn), asc(householdCounts.unitId))
			.limit(sliceSize)
	);
