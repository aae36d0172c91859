// Events at whose door an account may help.
import { and, asc, eq, exists, gt, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../client';
import { events, slots } from '../schema/events/events';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { isRelatedInTown } from '../shifts/within-town';
import { counted } from './door';

/**
 * Events at whose door this account may help: a claim in force on one of its shifts, or its unit is the account's own,
 * or above or below that in the same town.
 */
const mayHelpAt = (db: Database, { accountId, unitId }: { accountId: string; unitId: string }): SQL =>
	or(
		isRelatedInTown(unitId),
		exists(
			db
				.select({ one: sql`1` })
				.from(shiftClaims)
				.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
				.where(
					and(eq(shifts.eventId, events.id), eq(shiftClaims.accountId, accountId), sql`${shiftClaims.isReleased} = 0`)
				)
		)
	)!;

/** Whether this account may help at the door of the event. */
export async function helpsAtDoor(
	db: Database,
	account: { accountId: string; unitId: string },
	eventId: string
): Promise<boolean> {
	const rows = await db
		.select({ id: events.id })
		.from(events)
		.where(and(eq(events.id, eventId), mayHelpAt(db, account)));
	return rows.length > 0;
}

/**
 * The events of a day at whose door an account may help, by their start: published, neither cancelled nor completed, with a slot whose
 * door is open between the instants `from` and `until` (ms, UTC; midnights of the town). `lead`: how long before its start a door opens.
 */
export async function listDoorEvents(
	db: Database,
	{ from, until, lead, ...account }: { accountId: string; unitId: string; from: number; until: number; lead: number }
) {
	return db
		.select({
			id: events.id,
			kind: events.kind,
			title: events.title,
			place: events.place,
			startsAt: sql<number>`min(${slots.startsAt})`,
			endsAt: sql<number>`max(${slots.endsAt})`,
			came: sql<number>`sum(${counted.came})`,
			placed: sql<number>`sum(${counted.placed})`
		})
		.from(events)
		.innerJoin(slots, eq(slots.eventId, events.id))
		.where(
			and(
				eq(events.stage, 'published'),
				gt(events.endsAt, from),
				sql`${slots.startsAt} < ${until + lead} and ${slots.endsAt} > ${from}`,
				mayHelpAt(db, account)
			)
		)
		.groupBy(events.id)
		.orderBy(sql`min(${slots.startsAt})`, asc(events.id));
}
