// The hours that both sides agree on.
import { and, asc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { accountClosures, accounts } from '../schema/people/accounts';
import { events } from '../schema/events/events';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';
import { withinUnit } from '../units/scope';
import { shiftColumns } from './shifts';
import { eventUnits } from './shifts';

/** Shifts that began in a span (ms, UTC, up to and without its end) and whose minutes, more than none, both sides agree on; in order. */
export async function listConfirmedHours(
	db: Database,
	{ accountId, from, to }: { accountId: string; from: number; to: number }
) {
	return db
		.select({ ...shiftColumns, claimId: shiftClaims.id, minutes: sql<number>`${shiftClaims.confirmedMinutes}` })
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.where(
			and(
				eq(shiftClaims.accountId, accountId),
				sql`${shiftClaims.isReleased} = 0`,
				sql`${shiftClaims.confirmedMinutes} > 0`,
				gte(shifts.startsAt, from),
				lt(shifts.startsAt, to)
			)
		)
		.orderBy(asc(shifts.startsAt), asc(shifts.id));
}

/** The starts (ms, UTC) of the first and the last shift an account has confirmed hours of; null without any. */
export async function spanOfConfirmed(db: Database, accountId: string) {
	const rows = await db
		.select({
			first: sql<number | null>`min(${shifts.startsAt})`,
			last: sql<number | null>`max(${shifts.startsAt})`
		})
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.where(and(eq(shiftClaims.accountId, accountId), sql`${shiftClaims.confirmedMinutes} > 0`));
	const { first, last } = rows[0]!;
	return first === null || last === null ? null : { first, last };
}

/** The volunteers of `scope` with the shifts and minutes both sides agree on that began in a span (ms, UTC); names sealed. */
export async function listVolunteers(db: Database, { scope, from, to }: { scope: string; from: number; to: number }) {
	const counted = and(isNotNull(shifts.id), sql`${shiftClaims.confirmedMinutes} > 0`);
	return db
		.select({
			id: accounts.id,
			nameSealed: accounts.nameSealed,
			unitName: units.name,
			unitNameEn: units.nameEn,
			closedAt: accountClosures.at,
			times: sql<number>`count(case when ${counted} then 1 end)`,
			minutes: sql<number>`coalesce(sum(case when ${counted} then ${shiftClaims.confirmedMinutes} end), 0)`
		})
		.from(accounts)
		.innerJoin(units, eq(units.id, accounts.unitId))
		.leftJoin(accountClosures, eq(accountClosures.accountId, accounts.id))
		.leftJoin(shiftClaims, eq(shiftClaims.accountId, accounts.id))
		.leftJoin(shifts, and(eq(shifts.id, shiftClaims.shiftId), gte(shifts.startsAt, from), lt(shifts.startsAt, to)))
		.where(and(eq(accounts.role, 'volunteer'), withinUnit(accounts.unitId, scope)))
		.groupBy(accounts.id)
		.orderBy(asc(units.position), asc(accounts.username))
		.limit(500);
}
