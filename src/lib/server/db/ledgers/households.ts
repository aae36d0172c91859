import { and, asc, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { householdCountRemovals } from '../schema/ledgers/imports';
import { householdCounts } from '../schema/units/units';
import { withinReach, withinUnit } from '../units/scope';
import type { Statement } from '../statement';
import type { RecordId, Undo, WorkedOn } from './imported-records';
import { beyond, inSlices, sliceSize, type Narrowed } from './in-slices';
import { constant, fieldOf, insertFrom, newRows, stamped, type Stamp } from './landing';

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
export function landHouseholds(db: Database, importId: string, stamp: Stamp): Statement[] {
	const count = {
		unitId: own('unitId'),
		fromOn: own('fromOn'),
		households: own('households'),
		...stamped(stamp)
	};
	return [insertFrom(db, householdCounts, count, newRows(importId))];
}

/** The count is no longer the one that came with the import. */
export const householdsWorkedOn: WorkedOn = sql`not exists (select 1 from household_counts h
	where h.unit_id || ':' || h.from_on = i.record_id and h.at = l.at and h.by_id is l.by_id)`;

/** Moves counts out of force, with all that they said. */
export function removeHouseholds(db: Database, { importId, reason, ids, ...stamp }: Undo): Statement[] {
	const removal = {
		id: sql<string>`${importId} || ':' || h.unit_id || ':' || h.from_on`,
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
			sql`household_counts h where h.unit_id || ':' || h.from_on in (${ids})`
		),
		db.run(sql`delete from household_counts where (unit_id, from_on) in
			(select unit_id, from_on from household_count_removals where id like ${`${importId}:%`})`)
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
