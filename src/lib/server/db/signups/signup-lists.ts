import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Database } from '../client';
import { events, slots } from '../schema/events/events';
import { signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { unanswered } from '../events/questions';
import { withinUnit } from '../units/scope';
import { position } from './waitlist';

/** The telephones (their indexes) and sealed names in force on the list of a slot. */
export async function listNamesOfSlot(db: Database, slotId: string) {
	return db
		.select({ id: signups.id, phoneIndex: signups.phoneIndex, nameSealed: signups.nameSealed })
		.from(signups)
		.where(and(eq(signups.slotId, slotId), ne(signups.status, 'withdrawn')));
}

/** Everyone in force on the list of a slot, in order of arrival: confirmed and waitlisted. */
export async function listSignupsOfSlot(db: Database, slotId: string) {
	return db
		.select({
			id: signups.id,
			seq: signups.seq,
			status: signups.status,
			partySize: signups.partySize,
			granted: signups.granted,
			acceptsSome: signups.acceptsSome,
			heldUntil: signups.heldUntil,
			isLapsed: signups.isLapsed,
			origin: signups.origin,
			nameSealed: signups.nameSealed,
			phoneSealed: signups.phoneSealed,
			villageName: units.name,
			at: signups.at,
			position,
			unanswered
		})
		.from(signups)
		.leftJoin(units, eq(units.id, signups.villageId))
		.where(and(eq(signups.slotId, slotId), ne(signups.status, 'withdrawn')))
		.orderBy(asc(signups.seq));
}

/** The sign-ups of a telephone number for events of `scope` and below, the newest first, twenty at the most. */
export async function listSignupsOfPhone(db: Database, scope: string, phoneIndex: string) {
	return db
		.select({
			id: signups.id,
			status: signups.status,
			partySize: signups.partySize,
			granted: signups.granted,
			heldUntil: signups.heldUntil,
			isLapsed: signups.isLapsed,
			nameSealed: signups.nameSealed,
			title: events.title,
			startsAt: slots.startsAt,
			endsAt: slots.endsAt,
			position
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(and(eq(signups.phoneIndex, phoneIndex), withinUnit(events.unitId, scope)))
		.orderBy(desc(signups.at))
		.limit(20);
}
