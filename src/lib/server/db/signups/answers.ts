import { and, asc, eq, ne } from 'drizzle-orm';
import type { Database } from '../client';
import { slots } from '../schema/events/events';
import { signupAnswers } from '../schema/signups/questions';
import { signupCompanions, signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';

/** Everyone in force on the lists of an event with those who come along and what they answered, all still sealed; one round trip. */
export async function listEventAnswers(db: Database, eventId: string) {
	const ofEvent = and(eq(slots.eventId, eventId), ne(signups.status, 'withdrawn'));
	const [parties, companions, answers] = await db.batch([
		db
			.select({
				id: signups.id,
				nameSealed: signups.nameSealed,
				phoneSealed: signups.phoneSealed,
				partySize: signups.partySize,
				status: signups.status,
				village: { name: units.name, nameEn: units.nameEn },
				slot: { startsAt: slots.startsAt, endsAt: slots.endsAt }
			})
			.from(signups)
			.innerJoin(slots, eq(slots.id, signups.slotId))
			.leftJoin(units, eq(units.id, signups.villageId))
			.where(ofEvent)
			.orderBy(asc(slots.startsAt), asc(slots.id), asc(signups.seq)),
		db
			.select({
				signupId: signupCompanions.signupId,
				nth: signupCompanions.nth,
				nameSealed: signupCompanions.nameSealed
			})
			.from(signupCompanions)
			.innerJoin(signups, eq(signups.id, signupCompanions.signupId))
			.innerJoin(slots, eq(slots.id, signups.slotId))
			.where(ofEvent),
		db
			.select({
				questionId: signupAnswers.questionId,
				signupId: signupAnswers.signupId,
				nth: signupAnswers.nth,
				valueSealed: signupAnswers.valueSealed
			})
			.from(signupAnswers)
			.innerJoin(signups, eq(signups.id, signupAnswers.signupId))
			.innerJoin(slots, eq(slots.id, signups.slotId))
			.where(ofEvent)
	]);
	return { parties, companions, answers };
}
