import { asc, eq } from 'drizzle-orm';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { events } from '../schema/events/events';
import { shiftHours } from '../schema/shifts/shift-hours';
import { shiftClaims, shifts } from '../schema/shifts/shifts';

export const insertHours = (db: Database, word: typeof shiftHours.$inferInsert): Statement =>
	db.insert(shiftHours).values(word);

/** What one side says of the minutes served. */
export const word = { side: shiftHours.side, minutes: shiftHours.minutes, reason: shiftHours.reason };

/** A claim with its shift's span, its event's unit and all that was stated of its hours, in order; null when there is none. */
export async function findServed(db: Database, claimId: string) {
	const [claims, words] = await db.batch([
		db
			.select({
				accountId: shiftClaims.accountId,
				isReleased: shiftClaims.isReleased,
				shiftId: shifts.id,
				startsAt: shifts.startsAt,
				endsAt: shifts.endsAt,
				eventId: events.id,
				unitId: events.unitId
			})
			.from(shiftClaims)
			.innerJoin(shifts, eq(shifts.id, shiftClaims.shiftId))
			.innerJoin(events, eq(events.id, shifts.eventId))
			.where(eq(shiftClaims.id, claimId)),
		db.select(word).from(shiftHours).where(eq(shiftHours.claimId, claimId)).orderBy(asc(shiftHours.seq))
	]);
	return claims[0] ? { ...claims[0], words } : null;
}
