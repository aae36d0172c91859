import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { actorId, type Actor } from '$lib/domain/people/actor';
import type { Database } from '../client';
import { auditEntries } from '../schema/audit/audit';
import { eventCancellations, events, slots } from '../schema/events/events';
import { signupCompanions, signupHelpers, signups, signupWithdrawals } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { unanswered } from '../events/questions';
import { withinUnit } from '../units/scope';
import { position } from './waitlist';

type Statement = BatchItem<'sqlite'>;
export type NewSignup = Omit<typeof signups.$inferInsert, 'seq' | 'rank' | 'place' | 'granted' | 'phoneIndex'> & {
	phoneIndex: string | null;
	acceptsSome: boolean;
};

/**
 * Takes the next number in line and the places that are due, decided inside the write: domain `decideGrant` in SQL.
 * After the start a walk-in asks for all its places, passes those who wait, and is refused where there are none.
 */
export function insertSignup(db: Database, signup: NewSignup): Statement {
	const { slotId, partySize, acceptsSome } = signup;
	const isWalkIn = signup.origin === 'walk-in' ? 1 : 0;
	const lastOf = (column: 'seq' | 'rank') =>
		sql`coalesce((select max(${sql.raw(column)}) from signups where slot_id = ${slotId}), 0)`;
	const granted = sql`(select case
		when s.capacity is null or (${isWalkIn} and ${signup.at} >= s.starts_at) then ${partySize}
		when not e.lets_pass and exists (select 1 from signups where slot_id = s.id and place = 'waitlisted') then 0
		when s.taken + ${partySize} <= s.capacity then ${partySize}
		when ${acceptsSome ? 1 : 0} then max(0, s.capacity - s.taken)
		else 0 end from slots s join events e on e.id = s.event_id where s.id = ${slotId})`;
	return db.insert(signups).values({
		...signup,
		seq: sql`${lastOf('seq')} + 1`,
		rank: sql`${lastOf('rank')} + 1`,
		granted,
		place: sql`case ${granted} when ${partySize} then 'confirmed' else 'waitlisted' end`
	});
}

/** The audit entry of a sign-up that came in with others in the act `actId`. */
export const insertSignUpEntry = (
	db: Database,
	{ actId, signupId, actor, unitId, at }: { actId: string; signupId: string; actor: Actor; unitId: string; at: number }
): Statement =>
	db.insert(auditEntries).values({
		id: `${actId}:${signupId}`,
		at,
		actorKind: actor.kind,
		actorId: actorId(actor),
		verb: 'signUp',
		subjectType: 'signup',
		subjectId: signupId,
		unitId,
		detail: JSON.stringify({ because: actId })
	});

/** The telephones (their indexes) and sealed names in force on the list of a slot. */
export async function listNamesOfSlot(db: Database, slotId: string) {
	return db
		.select({ id: signups.id, phoneIndex: signups.phoneIndex, nameSealed: signups.nameSealed })
		.from(signups)
		.where(and(eq(signups.slotId, slotId), ne(signups.place, 'withdrawn')));
}

/** The event a slot belongs to: its id and unit; null when there is none. */
export async function findEventOfSlot(db: Database, slotId: string) {
	const rows = await db
		.select({ id: events.id, unitId: events.unitId })
		.from(slots)
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(eq(slots.id, slotId));
	return rows[0] ?? null;
}

export const insertCompanions = (db: Database, companions: (typeof signupCompanions.$inferInsert)[]): Statement[] =>
	companions.map((companion) => db.insert(signupCompanions).values(companion));

export const insertHelper = (db: Database, helper: typeof signupHelpers.$inferInsert): Statement =>
	db.insert(signupHelpers).values(helper);

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
	const granted = sql`case place when 'confirmed' then ${partySize} else min(granted, ${partySize}) end`;
	return db
		.update(signups)
		.set({
			partySize,
			acceptsSome,
			granted,
			place: sql`case when place = 'withdrawn' then place when ${granted} = ${partySize} then 'confirmed' else 'waitlisted' end`
		})
		.where(eq(signups.id, signupId));
}

/** One sign-up with its slot, event and place in line (1 is next); null when there is none. */
export async function findSignup(db: Database, id: string) {
	const rows = await db
		.select({
			signup: signups,
			slot: slots,
			event: events,
			village: { name: units.name, nameEn: units.nameEn },
			cancellation: { at: eventCancellations.at, reason: eventCancellations.reason },
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

/** Whether the sign-up `id` was made for this slot, phone, village and party; the party may have changed since. */
export async function wasMadeAs(
	db: Database,
	id: string,
	made: Pick<NewSignup, 'slotId' | 'phoneIndex' | 'partySize' | 'acceptsSome'> & { villageId: string | null }
): Promise<boolean> {
	const rows = await db
		.select({ id: signups.id })
		.from(signups)
		.innerJoin(auditEntries, eq(auditEntries.id, signups.id))
		.where(
			and(
				eq(signups.id, id),
				eq(signups.slotId, made.slotId),
				sql`${signups.phoneIndex} is ${made.phoneIndex}`,
				sql`${signups.villageId} is ${made.villageId}`,
				eq(sql`json_extract(${auditEntries.detail}, '$.partySize')`, made.partySize),
				eq(sql`coalesce(json_extract(${auditEntries.detail}, '$.acceptsSome'), 0)`, made.acceptsSome ? 1 : 0)
			)
		);
	return rows.length > 0;
}

/** Everyone in force on the list of a slot, in order of arrival: confirmed and waitlisted. */
export async function listSignupsOfSlot(db: Database, slotId: string) {
	return db
		.select({
			id: signups.id,
			seq: signups.seq,
			place: signups.place,
			partySize: signups.partySize,
			granted: signups.granted,
			acceptsSome: signups.acceptsSome,
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
		.where(and(eq(signups.slotId, slotId), ne(signups.place, 'withdrawn')))
		.orderBy(asc(signups.seq));
}

/** The sign-ups of a telephone number for events of `scope` and below, the newest first, twenty at the most. */
export async function listSignupsOfPhone(db: Database, scope: string, phoneIndex: string) {
	return db
		.select({
			id: signups.id,
			place: signups.place,
			partySize: signups.partySize,
			granted: signups.granted,
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
