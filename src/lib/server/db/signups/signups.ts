import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { eventCancellations, events, slots } from '../schema/events/events';
import { signupCompanions, signupHelpers, signups, signupWithdrawals } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { came, cameAt } from './came';
import { position } from './waitlist';

/** The event a slot belongs to: its id and unit; null when there is none. */
export async function findEventOfSlot(db: Database, slotId: string) {
	const rows = await db
		.select({ id: events.id, unitId: events.unitId })
		.from(slots)
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(eq(slots.id, slotId));
	return rows[0] ?? null;
}

export function insertWithdrawal(db: Database, signupId: string, at: number, byId: string | null): Statement {
	return db.insert(signupWithdrawals).values({ signupId, at, byId });
}

/** Other name or phone of a sign-up, sealed; what is left out stays. */
export const updateWords = (
	db: Database,
	signupId: string,
	words: { nameSealed?: string; phoneSealed?: string; phoneIndex?: string }
): Statement => db.update(signups).set(words).where(eq(signups.id, signupId));

export const deleteCompanions = (db: Database, signupId: string): Statement =>
	db.delete(signupCompanions).where(eq(signupCompanions.signupId, signupId));

/**
 * A party with a place keeps it and grows or shrinks as a whole; in a party that waits, the number of those who wait
 * changes.
 */
export function updateParty(db: Database, signupId: string, partySize: number, acceptsSome: boolean): Statement {
	const granted = sql`case status when 'confirmed' then ${partySize} else min(granted, ${partySize}) end`;
	return db
		.update(signups)
		.set({
			partySize,
			acceptsSome,
			granted,
			status: sql`case when status = 'withdrawn' then status when ${granted} = ${partySize} then 'confirmed' else 'waitlisted' end`
		})
		.where(eq(signups.id, signupId));
}

/** One sign-up with its slot, event, place in line (1 is next) and how many are in; null when there is none. */
export async function findSignup(db: Database, id: string) {
	const rows = await db
		.select({
			signup: signups,
			slot: slots,
			event: events,
			village: { name: units.name, nameEn: units.nameEn },
			cancellation: { at: eventCancellations.at, reason: eventCancellations.reason },
			came,
			cameAt,
			position
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(units, eq(units.id, signups.villageId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(eq(signups.id, id));
	return rows[0] ?? null;
}

/** Who comes along (in order) and who signed up for them, of one sign-up. */
export async function findPeople(db: Database, signupId: string) {
	const [companions, helpers] = await db.batch([
		db
			.select()
			.from(signupCompanions)
			.where(eq(signupCompanions.signupId, signupId))
			.orderBy(asc(signupCompanions.nth)),
		db.select().from(signupHelpers).where(eq(signupHelpers.signupId, signupId))
	]);
	return { companions, helper: helpers[0] ?? null };
}
