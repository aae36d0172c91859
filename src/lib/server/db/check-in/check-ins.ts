import { and, desc, eq, sql } from 'drizzle-orm';
import type { CheckInWay } from '$lib/domain/check-in/check-in';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { checkIns, checkInUndos } from '../schema/check-in/check-ins';
import { events, slots } from '../schema/events/events';
import { signupPromotions } from '../schema/signups/line-moves';
import { signups } from '../schema/signups/signups';
import { came } from '../signups/came';

/** A check-in with its party; null when there is none. */
export async function findCheckIn(db: Database, id: string) {
	const rows = await db
		.select({
			id: checkIns.id,
			people: checkIns.people,
			how: checkIns.how,
			isUndone: checkIns.isUndone,
			at: checkIns.at,
			signupId: checkIns.signupId,
			slotId: checkIns.slotId,
			eventId: slots.eventId,
			unitId: events.unitId,
			origin: signups.origin,
			nameSealed: signups.nameSealed
		})
		.from(checkIns)
		.innerJoin(signups, eq(signups.id, checkIns.signupId))
		.innerJoin(slots, eq(slots.id, checkIns.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(eq(checkIns.id, id));
	return rows[0] ?? null;
}

/** The latest check-ins in force of a slot, newest first: what may be taken back. */
export async function listLatestCheckIns(db: Database, slotId: string, limit: number) {
	return db
		.select({
			id: checkIns.id,
			signupId: checkIns.signupId,
			people: checkIns.people,
			at: checkIns.at,
			nameSealed: signups.nameSealed
		})
		.from(checkIns)
		.innerJoin(signups, eq(signups.id, checkIns.signupId))
		.where(and(eq(checkIns.slotId, slotId), sql`${checkIns.isUndone} = 0`))
		.orderBy(desc(checkIns.at), desc(checkIns.id))
		.limit(limit);
}

export interface NewCheckIn extends Stamp {
	id: string;
	slotId: string;
	signupId: string;
	/** Null: everyone of the party who has a place and is not in. */
	people: number | null;
	how: CheckInWay;
}

/** With `ifPlaced` nothing is written for a party that waits, instead of a refusal. */
export function insertCheckIn(db: Database, checkIn: NewCheckIn, ifPlaced = false): Statement {
	const { id, slotId, signupId, people, how, at, byId } = checkIn;
	return db.insert(checkIns).select(
		sql`select ${id}, ${slotId}, id, coalesce(${people}, granted - ${came}), ${how}, 0, ${at}, ${byId}
			from signups where id = ${signupId}${ifPlaced ? sql` and granted > 0` : sql``}`
	);
}

export const insertUndo = (db: Database, undo: typeof checkInUndos.$inferInsert): Statement =>
	db.insert(checkInUndos).values(undo);

/** Gives a place to all of this party who still wait. Must come before their check-in. */
export function insertAdmission(db: Database, signupId: string, actId: string, at: number): Statement {
	return db
		.insert(signupPromotions)
		.select(sql`select id, ${actId}, party_size - granted, ${at} from signups where id = ${signupId}`);
}
