import { and, asc, count, desc, eq, gt, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import { callStates } from '$lib/domain/messages/message';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { untrue } from './outbox';
import { unanswered } from '../events/questions';
import { withinUnit } from '../units/scope';
import { eventCancellations, events, slots } from '../schema/events/events';
import { callAttempts, callAttemptUndos, messages } from '../schema/messages/messages';
import { signupHelpers, signups } from '../schema/signups/signups';
import { units } from '../schema/units/units';

/** The events that a person rings up for: those of their unit and below; for volunteers the town's too. */
export interface CallScope {
	unitId: string;
	isVolunteer: boolean;
}

/** Calls named on one page; a person who is ticked off makes room for the next. */
export const callsShown = 30;

function inScope({ unitId, isVolunteer }: CallScope): SQL {
	const own = withinUnit(events.unitId, unitId);
	const town = sql`${events.unitId} in (select u.id from unit_closure c join units u on u.id = c.ancestor_id
		where c.descendant_id = ${unitId} and u.kind = 'town')`;
	return isVolunteer ? or(own, town)! : own;
}

const inForceAttempt = sql`not exists (select 1 from call_attempt_undos u where u.attempt_id = a.id)`;

/**
 * People to ring at `now` (ms, UTC): those due, the nearest slot first, then those tried in vain a little ago; and how
 * many in all.
 */
export async function listCalls(db: Database, scope: CallScope, now: number) {
	const tries = sql<number>`(select count(*) from call_attempts a where a.message_id = messages.id and ${inForceAttempt})`;
	const [rows, all] = await db.batch([
		db
			.select({
				id: messages.id,
				kind: messages.kind,
				state: messages.state,
				nextAt: messages.nextAt,
				tries,
				signup: signups,
				helper: { nameSealed: signupHelpers.nameSealed, phoneSealed: signupHelpers.phoneSealed },
				village: { name: units.name, nameEn: units.nameEn },
				slot: { startsAt: slots.startsAt, endsAt: slots.endsAt },
				event: { id: events.id, title: events.title, place: events.place, contactPhone: events.contactPhone },
				reason: eventCancellations.reason,
				unanswered
			})
			.from(messages)
			.innerJoin(signups, eq(signups.id, messages.signupId))
			.innerJoin(slots, eq(slots.id, signups.slotId))
			.innerJoin(events, eq(events.id, slots.eventId))
			.leftJoin(signupHelpers, eq(signupHelpers.signupId, signups.id))
			.leftJoin(units, eq(units.id, signups.villageId))
			.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
			.where(isOpen(scope, now))
			.orderBy(sql`${messages.nextAt} > ${now}`, asc(slots.startsAt), asc(messages.at), asc(messages.id))
			.limit(callsShown),
		openCalls(db, scope, now)
	]);
	return { rows, all: all[0]!.count };
}

/** How many people are to be rung up at `now` (ms, UTC). */
export async function countCalls(db: Database, scope: CallScope, now: number): Promise<number> {
	const rows = await openCalls(db, scope, now);
	return rows[0]!.count;
}

const openCalls = (db: Database, scope: CallScope, now: number) =>
	db
		.select({ count: count() })
		.from(messages)
		.innerJoin(signups, eq(signups.id, messages.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(isOpen(scope, now));

const isOpen = (scope: CallScope, now: number) =>
	and(inArray(messages.state, [...callStates]), inScope(scope), sql`${untrue(now)} is null`);

/** The ticks that an account made after `since` (ms, UTC) and has not taken back, the newest first. */
export async function listOwnTicks(db: Database, byId: string, since: number) {
	return db
		.select({
			id: callAttempts.id,
			outcome: callAttempts.outcome,
			at: callAttempts.at,
			signup: signups,
			title: events.title
		})
		.from(callAttempts)
		.innerJoin(messages, eq(messages.id, callAttempts.messageId))
		.innerJoin(signups, eq(signups.id, messages.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(callAttemptUndos, eq(callAttemptUndos.attemptId, callAttempts.id))
		.where(and(eq(callAttempts.byId, byId), gt(callAttempts.at, since), isNull(callAttemptUndos.at)))
		.orderBy(desc(callAttempts.at))
		.limit(5);
}

/** Unit and state of a message, when it belongs to an event of the scope; else null. */
export async function findCall(db: Database, scope: CallScope, messageId: string) {
	const rows = await db
		.select({ unitId: events.unitId, state: messages.state })
		.from(messages)
		.innerJoin(signups, eq(signups.id, messages.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(and(eq(messages.id, messageId), inScope(scope)));
	return rows[0] ?? null;
}

/** A tick with its message; null when there is none. */
export async function findTick(db: Database, id: string) {
	const rows = await db.select().from(callAttempts).where(eq(callAttempts.id, id));
	return rows[0] ?? null;
}

export const insertTick = (db: Database, tick: typeof callAttempts.$inferInsert): Statement =>
	db.insert(callAttempts).values(tick);

export const insertUndo = (db: Database, undo: typeof callAttemptUndos.$inferInsert): Statement =>
	db.insert(callAttemptUndos).values(undo);
