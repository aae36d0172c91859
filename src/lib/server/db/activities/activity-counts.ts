// Sums and counts of activities.
import { and, count, countDistinct, eq, inArray, sql, sum } from 'drizzle-orm';
import type { ActivityKind, CheckableKind } from '$lib/domain/activities/activity';
import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { type ActivityFilter, narrowed } from './activities';

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
