// The records behind what lasts: pledges, grids and the people in charge of them, and checked zeros.
import { and, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { isInPlace } from '../in-period';
import { isPledgedOn } from '../pledges/pledges-in-force';
import { activities } from '../schema/activities/activities';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { gridMembers, units } from '../schema/units/units';
import { type RecordType, recordColumns } from './record-columns';

/** Which records are meant, by the column of their unit, and that column as it is joined to the units. */
export interface Ground {
	within: (unit: AnySQLiteColumn) => SQL | undefined;
	of: (unit: AnySQLiteColumn) => SQLWrapper;
}

const typed = (type: RecordType) => sql.raw(`'${type}'`);

/** The list holds checked zeros too: they are the records of a zero. */
export const zerosIn = (db: Database, period: Period, { within, of }: Ground) =>
	db
		.select(
			recordColumns(typed('activity'), {
				id: activities.id,
				on: activities.doneOn,
				kind: activities.kind,
				title: activities.subject,
				zeroMonth: activities.zeroMonth,
				counts: sql`0`
			})
		)
		.from(activities)
		.innerJoin(units, eq(units.id, of(activities.unitId)))
		.where(
			and(
				eq(activities.zeroKind, 'complaint'),
				eq(activities.isRemoved, false),
				sql`${activities.zeroMonth} between ${period.fromOn.slice(0, 7)} and ${period.toOn.slice(0, 7)}`,
				within(activities.unitId)
			)
		);

/** Never by name: a pledge is listed by its village and day. */
export const pledgesOn = (db: Database, { toOn }: Period, { within, of }: Ground, also?: SQL) =>
	db
		.select(recordColumns(typed('pledge'), { id: pledges.id, on: pledges.signedOn, kind: pledges.audience }))
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.innerJoin(units, eq(units.id, of(pledges.villageId)))
		.where(and(isPledgedOn(toOn), also, within(pledges.villageId)));

export const gridsOn = (db: Database, on: string, { within }: Ground) =>
	db
		.select(recordColumns(typed('grid'), { id: units.id, on: units.validFromOn, kind: units.kind, title: units.name }))
		.from(units)
		.where(and(eq(units.kind, 'grid'), isInPlace(units.validFromOn, units.validToOn, on), within(units.id)));

export const membersOn = (db: Database, on: string, role: string, { within, of }: Ground) =>
	db
		.select(
			recordColumns(typed('grid-member'), {
				id: gridMembers.id,
				on: gridMembers.fromOn,
				kind: gridMembers.role,
				nameSealed: gridMembers.nameSealed
			})
		)
		.from(gridMembers)
		.innerJoin(units, eq(units.id, of(gridMembers.gridId)))
		.where(
			and(
				sql`${gridMembers.role} = ${role}`,
				isInPlace(gridMembers.fromOn, gridMembers.toOn, on),
				within(gridMembers.gridId)
			)
		);
