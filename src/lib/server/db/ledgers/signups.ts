import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '../client';
import { eventCancellations, eventPublications, events, slots } from '../schema/events/events';
import { signupCompanions, signupHelpers, signups } from '../schema/signups/signups';
import { withinReach, withinUnit } from '../units/scope';
import type { Slice } from './import-progress';
import { hasOwnAct, type WorkedOn } from './imported-records';
import { beyond, inSlices, sliceSize, startedIn, type Narrowed } from './in-slices';
import { ofType, untouched } from './undoing';

/** An act on the sign-up, or a check-in. */
export const signupsWorkedOn: WorkedOn = sql`${hasOwnAct('signup')}
	or exists (select 1 from check_ins c where c.signup_id = i.record_id)`;

/** Sign-ups in a slice of an import that were not changed since, with their slots. */
export async function listUntouchedSignups(db: Database, slice: Slice) {
	return db.all<{ id: string; slotId: string }>(
		sql`select g.id, g.slot_id as slotId from signups g where g.status <> 'withdrawn' and g.id in
			(${untouched(slice, { inSlice: ofType('signup'), workedOn: signupsWorkedOn })})`
	);
}

/** Slots of published events within a unit that have these titles, with what a sign-up has to fit. */
export async function listSlotsTitled(db: Database, scope: string, titles: readonly string[]) {
	return db
		.select({
			id: slots.id,
			title: events.title,
			kind: events.kind,
			startsAt: slots.startsAt,
			capacity: slots.capacity,
			publishedAt: eventPublications.at,
			cancelledAt: eventCancellations.at
		})
		.from(slots)
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(and(withinUnit(events.unitId, scope), inArray(events.title, [...titles])));
}

/** Sign-ups in force for these slots: telephone indexes and sealed names. */
export async function listSignupsOf(db: Database, slotIds: readonly string[]) {
	return db
		.select({
			id: signups.id,
			slotId: signups.slotId,
			phoneIndex: signups.phoneIndex,
			nameSealed: signups.nameSealed
		})
		.from(signups)
		.where(and(inArray(signups.slotId, [...slotIds]), ne(signups.status, 'withdrawn')));
}

/**
 * Sign-ups that were not withdrawn, of one event or of all within the scope, with their companions and who signed them
 * up, in the order of their lines.
 */
export const eachSignup = (db: Database, { scope, year, eventId }: Narrowed & { eventId: string | null }) =>
	inSlices(db, scope, async (reach, after) => {
		const rows = await db
			.select({
				key: slots.startsAt,
				id: signups.id,
				signup: signups,
				event: { title: events.title },
				slot: { startsAt: slots.startsAt },
				helper: signupHelpers
			})
			// CROSS JOIN makes SQLite go by the slots, in the order of the list.
			.from(slots)
			.crossJoin(signups)
			.crossJoin(events)
			.leftJoin(signupHelpers, eq(signupHelpers.signupId, signups.id))
			.where(
				and(
					eq(signups.slotId, slots.id),
					eq(events.id, slots.eventId),
					withinReach(events.unitId, reach),
					eventId === null ? startedIn(slots.startsAt, year) : eq(slots.eventId, eventId),
					sql`${signups.status} <> 'withdrawn' and ${signups.nameSealed} <> 'erased'`,
					after ? gte(slots.startsAt, Number(after.key)) : undefined,
					beyond(slots.startsAt, signups.id, after)
				)
			)
			.orderBy(asc(slots.startsAt), asc(signups.id))
			.limit(sliceSize);
		const companions = await listCompanions(
			db,
			rows.map(({ id }) => id)
		);
		return rows.map((row) => ({ ...row, companions: companions.filter(({ signupId }) => signupId === row.id) }));
	});

const listCompanions = (db: Database, signupIds: readonly string[]) =>
	db
		.select()
		.from(signupCompanions)
		.where(inArray(signupCompanions.signupId, [...signupIds]))
		.orderBy(asc(signupCompanions.signupId), asc(signupCompanions.nth));
