import { and, asc, desc, eq, exists, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { CheckInWay } from '$lib/domain/check-in/check-in';
import type { Database } from '../client';
import { cameTo } from '../events/attendance';
import { checkIns, checkInUndos, noShows } from '../schema/check-in/check-ins';
import { eventCancellations, eventCompletions, eventPublications, events, slots } from '../schema/events/events';
import { shiftClaims, shifts } from '../schema/shifts/shifts';
import { signupCompanions, signupPromotions, signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';
import { unanswered } from '../events/questions';
import { isRelatedInTown } from '../shifts/shifts';

type Statement = BatchItem<'sqlite'>;
type Stamp = { at: number; byId: string | null };

/** People of a sign-up who are in; correlated with `signups`. */
const came = sql<number>`(select count(*) from check_in_people as inside
	where inside.signup_id = ${signups.id} and inside.is_undone = 0)`;

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
					and(eq(shifts.eventId, events.id), eq(shiftClaims.accountId, accountId), eq(shiftClaims.isReleased, false))
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

const counted = {
	came: sql<number>`(select coalesce(sum(people), 0) from check_ins where slot_id = slots.id and is_undone = 0)`,
	/** People with a place, come or not. */
	placed: sql<number>`(select coalesce(sum(granted), 0) from signups where slot_id = slots.id)`,
	absent: sql<number>`(select count(*) from no_shows join signups on signups.id = no_shows.signup_id
		where signups.slot_id = slots.id and is_ended = 0)`,
	waiting: sql<number>`(select count(*) from signups where slot_id = slots.id and place = 'waitlisted')`
};

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
		.innerJoin(eventPublications, eq(eventPublications.eventId, events.id))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
		.where(
			and(
				isNull(eventCancellations.at),
				isNull(eventCompletions.at),
				sql`${slots.startsAt} < ${until + lead} and ${slots.endsAt} > ${from}`,
				mayHelpAt(db, account)
			)
		)
		.groupBy(events.id)
		.orderBy(sql`min(${slots.startsAt})`, asc(events.id));
}

/** An event as its door sees it, with its slots and their counts of people (`waiting`: of parties); null when there is none. */
export async function findDoor(db: Database, eventId: string) {
	const [found, own] = await db.batch([
		db
			.select({
				id: events.id,
				unitId: events.unitId,
				kind: events.kind,
				title: events.title,
				place: events.place,
				publishedAt: eventPublications.at,
				cancelledAt: eventCancellations.at,
				completedAt: eventCompletions.at
			})
			.from(events)
			.leftJoin(eventPublications, eq(eventPublications.eventId, events.id))
			.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
			.leftJoin(eventCompletions, eq(eventCompletions.eventId, events.id))
			.where(eq(events.id, eventId)),
		db
			.select({
				id: slots.id,
				startsAt: slots.startsAt,
				endsAt: slots.endsAt,
				capacity: slots.capacity,
				taken: slots.taken,
				...counted
			})
			.from(slots)
			.where(eq(slots.eventId, eventId))
			.orderBy(asc(slots.startsAt), asc(slots.id))
	]);
	return found[0] ? { ...found[0], slots: own } : null;
}

const party = {
	id: signups.id,
	slotId: signups.slotId,
	eventId: slots.eventId,
	title: events.title,
	startsAt: slots.startsAt,
	place: signups.place,
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
	/** When the first of them came in; null before that. */
	cameAt: sql<number | null>`(select min(at) from check_ins where signup_id = ${signups.id} and is_undone = 0)`
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
			.where(and(eq(signups.slotId, slotId), ne(signups.place, 'withdrawn')))
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
			.where(and(eq(checkIns.slotId, slotId), eq(checkIns.isUndone, false)))
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
		.orderBy(sql`${signups.place} = 'withdrawn'`)
		.limit(1);
	return rows[0]?.id ?? null;
}

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
		.where(and(eq(checkIns.slotId, slotId), eq(checkIns.isUndone, false)))
		.orderBy(desc(checkIns.at), desc(checkIns.id))
		.limit(limit);
}

/**
 * How many people came to an event; and how many with a place have not come where at least one person was checked in,
 * whom a completion at `now` (ms, UTC) closes.
 */
export async function countAtDoor(
	db: Database,
	eventId: string,
	now: number
): Promise<{ came: number; missing: number }> {
	const rows = await db.all<{ came: number; missing: number }>(sql`select ${cameTo(eventId)} as came,
		(select coalesce(sum(placed - came - absent), 0) from (
			select ${counted.came} as came, ${counted.placed} as placed, ${counted.absent} as absent
			from slots where event_id = ${eventId} and starts_at <= ${now}
		) where came > 0) as missing`);
	return rows[0]!;
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

/** Everyone of the slot who has a place and is not in is a no-show, once. */
export const insertNoShows = (db: Database, slotId: string, actId: string, stamp: Stamp): Statement =>
	absent(db, sql`g.slot_id = ${slotId}`, actId, stamp);

/**
 * The same for each slot of the event that has begun and where at least one person was checked in. Where none was, it
 * is not known who is missing.
 */
export const insertNoShowsOfTicked = (db: Database, eventId: string, actId: string, stamp: Stamp): Statement =>
	absent(
		db,
		sql`g.slot_id in (select id from slots where event_id = ${eventId} and starts_at <= ${stamp.at}
			and exists (select 1 from check_ins where slot_id = slots.id and is_undone = 0))`,
		actId,
		stamp
	);

function absent(db: Database, of: SQL, actId: string, { at, byId }: Stamp): Statement {
	return db.insert(noShows).select(
		sql`select ${actId}, g.id, party.nth, 0, ${at}, ${byId} from signups g join party_numbers party
			where ${of} and party.nth <= g.granted
				and not exists (select 1 from check_in_people c where c.signup_id = g.id and c.nth = party.nth and c.is_undone = 0)
				and not exists (select 1 from no_shows n where n.signup_id = g.id and n.nth = party.nth and n.is_ended = 0)`
	);
}

/** Gives a place to all of this party who still wait. Must come before their check-in. */
export function insertAdmission(db: Database, signupId: string, actId: string, at: number): Statement {
	return db
		.insert(signupPromotions)
		.select(sql`select id, ${actId}, party_size - granted, ${at} from signups where id = ${signupId}`);
}
