// The parties of a slot as the door lists them.
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { checkIns } from '../schema/check-in/check-ins';
import { events, slots } from '../schema/events/events';
import { signupCompanions, signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { unanswered } from '../events/questions';
import { came, cameAt } from '../signups/came';

const party = {
	id: signups.id,
	slotId: signups.slotId,
	eventId: slots.eventId,
	title: events.title,
	startsAt: slots.startsAt,
	status: signups.status,
	origin: signups.origin,
	partySize: signups.partySize,
	granted: signups.granted,
	nameSealed: signups.nameSealed,
	phoneSealed: signups.phoneSealed,
	villageName: units.name,
	villageNameEn: units.nameEn,
	/** Required answers that are missing. */
	unanswered,
	came,
	cameAt
};

const parties = (db: Database) =>
	db
		.select(party)
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(units, eq(units.id, signups.villageId));

/** Everyone in force on a slot's list in order of arrival, personal fields sealed, with the companions whose names are known and its check-ins. */
export async function listParties(db: Database, slotId: string) {
	const [rows, companions, entries] = await db.batch([
		parties(db)
			.where(and(eq(signups.slotId, slotId), ne(signups.status, 'withdrawn')))
			.orderBy(asc(signups.seq)),
		db
			.select({ signupId: signupCompanions.signupId, nameSealed: signupCompanions.nameSealed })
			.from(signupCompanions)
			.innerJoin(signups, eq(signups.id, signupCompanions.signupId))
			.where(eq(signups.slotId, slotId))
			.orderBy(asc(signupCompanions.nth)),
		db
			.select({ id: checkIns.id, signupId: checkIns.signupId, people: checkIns.people, at: checkIns.at })
			.from(checkIns)
			.where(and(eq(checkIns.slotId, slotId), sql`${checkIns.isUndone} = 0`))
			.orderBy(asc(checkIns.at), asc(checkIns.id))
	]);
	return rows.map((row) => ({
		...row,
		companions: companions.filter(({ signupId }) => signupId === row.id),
		checkIns: entries.filter(({ signupId }) => signupId === row.id)
	}));
}

/** One party, whatever its state; null when there is none. */
export async function findParty(db: Database, signupId: string) {
	const rows = await parties(db).where(eq(signups.id, signupId));
	return rows[0] ?? null;
}

/** The sign-ups of an event with this code: those in force first. */
export async function findSignupByCode(db: Database, eventId: string, code: string): Promise<string | null> {
	const rows = await db
		.select({ id: signups.id })
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.where(and(eq(slots.eventId, eventId), eq(signups.code, code)))
		.orderBy(sql`${signups.status} = 'withdrawn'`)
		.limit(1);
	return rows[0]?.id ?? null;
}
