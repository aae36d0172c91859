// The records behind what lasts: pledges, grids and the people in charge of them, and checked zeros.
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Period } from '$lib/domain/calendar/reporting-period';
import type { Database } from '../client';
import { isInPlace } from '../in-period';
import { isPledgedOn } from '../pledges/pledges-in-force';
import { activities } from '../schema/activities/activities';
import { pledges, pledgeWithdrawals } from '../schema/pledges/pledges';
import { gridMembers, units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { type RecordType, recordColumns } from './record-columns';

const typed = (type: RecordType) => sql.raw(`'${type}'`);

/** The list holds checked zeros too: they are the records of a zero. */
export const zerosIn = (db: Database, scope: string, period: Period) =>
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
		.innerJoin(units, eq(units.id, activities.unitId))
		.where(
			and(
				eq(activities.zeroKind, 'complaint'),
				eq(activities.isRemoved, false),
				sql`${activities.zeroMonth} between ${period.fromOn.slice(0, 7)} and ${period.toOn.slice(0, 7)}`,
				withinUnit(activities.unitId, scope)
			)
		);

/** Never by name: a pledge is listed by its village and day. */
export const pledgesOn = (db: Database, scope: string, { toOn }: Period, also?: SQL) =>
	db
		.select(recordColumns(typed('pledge'), { id: pledges.id, on: pledges.signedOn, kind: pledges.audience }))
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.innerJoin(units, eq(units.id, pledges.villageId))
		.where(and(isPledgedOn(toOn), also, withinUnit(pledges.villageId, scope)));

export const gridsOn = (db: Database, scope: string, on: string) =>
	db
		.select(recordColumns(typed('grid'), { id: units.id, on: units.validFromOn, kind: units.kind, title: units.name }))
		.from(units)
		.where(and(eq(units.kind, 'grid'), isInPlace(units.validFromOn, units.validToOn, on), withinUnit(units.id, scope)));

export const membersOn = (db: Database, scope: string, on: string, role: string) =>
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
		.innerJoin(units, eq(units.id, gridMembers.gridId))
		.where(
			and(
				sql`${gridMembers.role} = ${role}`,
				isInPlace(gridMembers.fromOn, gridMembers.toOn, on),
				withinUnit(gridMembers.gridId, scope)
			)
		);
