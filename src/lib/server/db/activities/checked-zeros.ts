import { and, eq, sql } from 'drizzle-orm';
import type { ReportedLedger } from '$lib/domain/activities/added-work';
import type { Database } from '../client';
import { activities } from '../schema/activities/activities';
import { isStruckOut } from '../struck-out';
import { aboveUnit } from '../units/scope';
import type { Activity } from './activities';

/** The checked zero in force that covers a unit in a month (YYYY-MM): its own, or one of a unit above; null when there is none. */
export async function findCheckedZero(
	db: Database,
	unitId: string,
	kind: ReportedLedger,
	month: string
): Promise<Activity | null> {
	const rows = await db
		.select()
		.from(activities)
		.where(
			and(
				eq(activities.zeroKind, kind),
				eq(activities.zeroMonth, month),
				isStruckOut(activities.isRemoved, false),
				aboveUnit(activities.unitId, unitId)
			)
		)
		.limit(1);
	return rows[0] ?? null;
}

/** The months (YYYY-MM) of a year with a checked zero in force that covers the unit, with the entry and the day it was checked. */
export async function listCheckedZeros(db: Database, unitId: string, kind: ReportedLedger, year: number) {
	return db
		.select({ month: sql<string>`${activities.zeroMonth}`, id: activities.id, doneOn: activities.doneOn })
		.from(activities)
		.where(
			and(
				eq(activities.zeroKind, kind),
				sql`${activities.zeroMonth} between ${`${year}-01`} and ${`${year}-12`}`,
				isStruckOut(activities.isRemoved, false),
				aboveUnit(activities.unitId, unitId)
			)
		);
}
