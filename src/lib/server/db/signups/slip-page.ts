// What the page of a slip shows, in one statement.
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { compiled, type Asked } from '../compiled';
import { changesOfEvent } from '../events/event-changes';
import { asked, unanswered } from '../events/questions';
import { listWithin } from '../list-within';
import { donationReminders } from '../schema/blood/donation-reminders';
import { donations } from '../schema/blood/donations';
import { stationConsents } from '../schema/blood/station-consents';
import { eventCancellations, events, slots } from '../schema/events/events';
import { signupHelpers, signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { came, cameAt } from './came';
import { position } from './waitlist';

const companions = listWithin<{ nth: number; nameSealed: string }>(
	{ nth: 'nth', nameSealed: 'name_sealed' },
	sql`from signup_companions where signup_id = ${signups.id} order by nth`
);

/** The moves of the party within its line, oldest first. */
const lineMoves = listWithin<{ at: number; reason: string }>(
	{ at: 'at', reason: 'reason' },
	sql`from line_moves where signup_id = ${signups.id} order by at`
);

const slipById = compiled((db, { id }: Asked<{ id: string }>) =>
	db
		.select({
			signup: signups,
			slot: slots,
			event: events,
			village: { name: units.name, nameEn: units.nameEn },
			cancellation: { at: eventCancellations.at, reason: eventCancellations.reason },
			helper: { nameSealed: signupHelpers.nameSealed },
			consent: { at: stationConsents.at },
			donation: {
				outcome: donations.outcome,
				kind: donations.kind,
				millilitres: donations.millilitres,
				units: donations.units,
				isFirst: donations.isFirst
			},
			reminder: { dueOn: donationReminders.dueOn },
			position,
			came,
			cameAt,
			asked,
			unanswered,
			companions,
			lineMoves,
			changes: changesOfEvent
		})
		.from(signups)
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(units, eq(units.id, signups.villageId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(signupHelpers, eq(signupHelpers.signupId, signups.id))
		// The indexes of what is in force hold for a written zero, not for a value that is handed in.
		.leftJoin(stationConsents, and(eq(stationConsents.signupId, signups.id), sql`${stationConsents.isWithdrawn} = 0`))
		.leftJoin(donations, and(eq(donations.signupId, signups.id), sql`${donations.isRemoved} = 0`))
		.leftJoin(
			donationReminders,
			and(eq(donationReminders.signupId, signups.id), sql`${donationReminders.isWithdrawn} = 0`)
		)
		.where(eq(signups.id, id))
);

/**
 * A sign-up with all that its slip shows: slot and event with its moves (the latest first), place in line, people (sealed) and how many are in, what it is asked
 * and, of a blood drive, consent, result and reminder in force; null when there is none.
 */
export async function findSlip(db: Database, id: string) {
	return (await slipById(db, { id }))[0] ?? null;
}

export type Slip = NonNullable<Awaited<ReturnType<typeof findSlip>>>;
