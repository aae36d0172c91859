import {
	aliasedTable,
	and,
	asc,
	desc,
	eq,
	getTableColumns,
	gt,
	gte,
	isNull,
	lt,
	lte,
	sql,
	type SQL
} from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Database } from '../client';
import { pageFrom, pageSize, type Cursor } from '../keyset';
import { accounts } from '../schema/people/accounts';
import { eventCancellations, eventCompletions, eventPublications, events } from '../schema/events/events';
import { firstUnseen, unseen } from './shift-changes';
import { shiftClaims, shiftReleases, shifts } from '../schema/shifts/shifts';
import { units } from '../schema/units/units';

type Statement = BatchItem<'sqlite'>;
export type Shift = typeof shifts.$inferSelect;

/** The unit of a shift's event, for `shiftColumns`. */
export const eventUnits = aliasedTable(units, 'event_units');

/** What a volunteer must know of a shift; needs `events` and `eventUnits` joined. */
export const shiftColumns = {
	id: shifts.id,
	eventId: events.id,
	title: events.title,
	place: events.place,
	unitName: eventUnits.name,
	unitNameEn: eventUnits.nameEn,
	contactPhone: events.contactPhone,
	duty: shifts.duty,
	startsAt: shifts.startsAt,
	endsAt: shifts.endsAt
};

/** A shift with its event's unit and whether that is over or off; null when there is none. */
export async function findShift(db: Database, id: string) {
	const rows = await db
		.select({
			...getTableColumns(shifts),
			unitId: events.unitId,
			cancelledAt: eventCancellations.at,
			completedAt: eventCompletions.at
		})
		.from(shifts)
		.innerJoin(events, eq(events.id, shifts.eventId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(eq(shifts.id, id));
	return rows[0] ?? null;
}

/** A claim with its shift and the unit of the event; null when there is none. */
export async function findClaim(db: Database, id: string) {
	const rows = await db
		.select({ ...getTableColumns(shiftClaims), eventId: shifts.eventId, unitId: events.unitId })
		.from(shiftClaims)
		.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
		.innerJoin(events, eq(events.id, shifts.eventId))
		.where(eq(shiftClaims.id, id));
	return rows[0] ?? null;
}

/** The accounts that have taken a shift. */
export async function listHolders(db: Database, shiftId: string): Promise<string[]> {
	const rows = await db
		.select({ accountId: shiftClaims.accountId })
		.from(shiftClaims)
		.where(and(eq(shiftClaims.shiftId, shiftId), eq(shiftClaims.isReleased, false)));
	return rows.map(({ accountId }) => accountId);
}

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
			.where(and(eq(shifts.eventId, eventId), eq(shiftClaims.isReleased, false)))
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
				eq(shiftClaims.isReleased, false),
				over ? lte(shifts.endsAt, now) : gt(shifts.endsAt, now)
			)
		)
		.orderBy(...(over ? [desc(shifts.startsAt), desc(shifts.id)] : [asc(shifts.startsAt), asc(shifts.id)]))
		.limit(pageSize);
}

/** The units of the town that `unitId` lies in: volunteers help in neighbouring villages, not in other towns. */
function withinTownOf(unitId: string): SQL {
	return sql`${events.unitId} in (select below.descendant_id from unit_closure as below where below.ancestor_id = ${townOf(unitId)})`;
}

/** The town a unit lies in, as SQL; for a unit above the towns, the unit itself. */
export function townOf(unitId: string): SQL {
	return sql`coalesce((
		select above.ancestor_id from unit_closure as above join units as town on town.id = above.ancestor_id
		where above.descendant_id = ${unitId} and town.kind = 'town'), ${unitId})`;
}

/** Events of units that are `unitId`, or are above or below it in the same town. */
export function isRelatedInTown(unitId: string): SQL {
	return sql`(${withinTownOf(unitId)} and exists (select 1 from unit_closure as line
		where (line.ancestor_id, line.descendant_id) in (values (${unitId}, ${events.unitId}), (${events.unitId}, ${unitId}))))`;
}

/** Whether `other` lies in the town of `unitId`: shifts there may be taken. */
export async function isInTownOf(db: Database, unitId: string, other: string): Promise<boolean> {
	const rows = await db.all(
		sql`select 1 from unit_closure as below where below.ancestor_id = ${townOf(unitId)} and below.descendant_id = ${other}`
	);
	return rows.length > 0;
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

export const insertShift = (db: Database, shift: Omit<typeof shifts.$inferInsert, 'taken'>): Statement =>
	db.insert(shifts).values(shift);

/**
 * Sets the times only when they change: once a volunteer has taken a shift, a trigger refuses to move it without its
 * change (`insertShiftChange`) before.
 */
export const updateShift = (
	db: Database,
	id: string,
	change: Partial<Pick<Shift, 'duty' | 'needed' | 'startsAt' | 'endsAt'>>
): Statement => db.update(shifts).set(change).where(eq(shifts.id, id));

export const deleteShift = (db: Database, id: string): Statement => db.delete(shifts).where(eq(shifts.id, id));

export const insertClaim = (
	db: Database,
	claim: Omit<typeof shiftClaims.$inferInsert, 'isReleased' | 'confirmedMinutes'>
): Statement => db.insert(shiftClaims).values(claim);

export const insertRelease = (db: Database, release: typeof shiftReleases.$inferInsert): Statement =>
	db.insert(shiftReleases).values(release);
