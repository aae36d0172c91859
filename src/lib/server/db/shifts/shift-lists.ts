import { and, asc, desc, eq, gt, gte, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { accounts } from '../schema/people/accounts';
import { eventCancellations, eventPublications, events } from '../schema/events/events';
import { firstUnseen, unseen } from './shift-changes';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { eventUnits, shiftColumns } from './shifts';
import { withinTownOf } from './within-town';
import { pageFrom, pageSize, type Cursor } from '../keyset';

/** The shifts of an event in order of time, with who has taken them (names sealed), in one round trip. */
export async function listShiftsOfEvent(db: Database, eventId: string) {
	const [own, claims] = await db.batch([
		db.select().from(shifts).where(eq(shifts.eventId, eventId)).orderBy(asc(shifts.startsAt), asc(shifts.id)),
		db
			.select({
				id: shiftClaims.id,
				shiftId: shiftClaims.shiftId,
				accountId: accounts.id,
				nameSealed: accounts.nameSealed,
				confirmedMinutes: shiftClaims.confirmedMinutes,
				hasUnseen: sql`exists (${unseen})`.mapWith(Boolean)
			})
			.from(shiftClaims)
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.innerJoin(accounts, eq(accounts.id, shiftClaims.accountId))
			.where(and(eq(shifts.eventId, eventId), sql`${shiftClaims.isReleased} = 0`))
			.orderBy(asc(shiftClaims.at), asc(shiftClaims.id))
	]);
	return own.map((shift) => ({ ...shift, claims: claims.filter((claim) => claim.shiftId === shift.id) }));
}

/**
 * A volunteer's own shifts: those not over at `now` (ms, UTC), soonest first, or those over, latest first, at most a
 * page. Shifts of a cancelled event stay, with `cancelledAt`, so that no volunteer goes in vain; `moved` is the
 * earlier time of a change not seen yet.
 */
export async function listOwnShifts(
	db: Database,
	{ accountId, now, over = false }: { accountId: string; now: number; over?: boolean }
) {
	return db
		.select({
			...shiftColumns,
			claimId: shiftClaims.id,
			confirmedMinutes: shiftClaims.confirmedMinutes,
			cancelledAt: eventCancellations.at,
			moved: firstUnseen
		})
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(
			and(
				eq(shiftClaims.accountId, accountId),
				sql`${shiftClaims.isReleased} = 0`,
				over ? lte(shifts.endsAt, now) : gt(shifts.endsAt, now)
			)
		)
		.orderBy(...(over ? [desc(shifts.startsAt), desc(shifts.id)] : [asc(shifts.startsAt), asc(shifts.id)]))
		.limit(pageSize);
}

/**
 * Shifts that still need someone at `now` (ms, UTC), in the town of `unitId`, except those `accountId` has taken or
 * waits for; soonest first, one page. With `full`, those that are full and have not begun instead.
 */
export async function listOpenShifts(
	db: Database,
	{
		unitId,
		accountId,
		now,
		cursor,
		full = false
	}: { unitId: string; accountId: string; now: number; cursor?: Cursor; full?: boolean }
) {
	const page = pageFrom(cursor, { key: shifts.startsAt, id: shifts.id, direction: 'ascending' });
	const rows = await db
		.select({ ...shiftColumns, needed: shifts.needed, taken: shifts.taken })
		.from(shifts)
		.innerJoin(events, eq(events.id, shifts.eventId))
		.innerJoin(eventUnits, eq(eventUnits.id, events.unitId))
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(
			and(
				gt(full ? shifts.startsAt : shifts.endsAt, now),
				full ? gte(shifts.taken, shifts.needed) : lt(shifts.taken, shifts.needed),
				isNull(eventCancellations.at),
				withinTownOf(unitId),
				sql`not exists (select 1 from shift_claims as mine where mine.shift_id = ${shifts.id}
					and mine.account_id = ${accountId} and mine.is_released = 0)`,
				sql`not exists (select 1 from shift_waits as line where line.shift_id = ${shifts.id}
					and line.account_id = ${accountId} and line.is_over = 0)`,
				page.beyond
			)
		)
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}
