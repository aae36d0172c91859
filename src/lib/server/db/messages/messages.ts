import { sql, type SQL } from 'drizzle-orm';
import type { MessageKind } from '$lib/domain/messages/message';
import type { Database } from '../client';
import type { Statement } from '../statement';
import { messages } from '../schema/messages/messages';

/**
 * Queues a message to all whom the act `actId` moved up; those whose places are only held are rung up instead. Must come in its batch; `at` in ms, UTC. A second call of one
 * act changes nothing.
 */
export function queuePromotionMessages(db: Database, actId: string, at: number): Statement {
	return queue(
		db,
		'promotion',
		sql`${actId}`,
		at,
		sql`signup_promotions p where p.act_id = ${actId}
		and not exists (select 1 from signups g where g.id = p.signup_id and g.held_until is not null)`
	);
}

/**
 * Queues a message to all on the lists of a cancelled event whose slot has not begun. Must come in the batch of the
 * act `actId`.
 */
export function queueCancellationMessages(db: Database, eventId: string, actId: string, at: number): Statement {
	return queue(db, 'cancellation', sql`${actId}`, at, sql`${inForce(at)} and sl.event_id = ${eventId}`);
}

/**
 * Queues a message to all on the lists of an event, or of one slot, that time or place changed. Must come in the batch
 * of the act `actId`.
 */
export function queueChangeMessages(
	db: Database,
	{ eventId, slotId }: { eventId: string; slotId: string | null },
	actId: string,
	at: number
): Statement {
	const of = slotId ? sql`sl.id = ${slotId}` : sql`sl.event_id = ${eventId}`;
	return queue(db, 'change', sql`${actId}`, at, sql`${inForce(at)} and ${of}`);
}

/** Reminds all with a place in a slot that begins from `from` until before `to` (ms, UTC), once a slot's start. */
export async function queueReminders(db: Database, { from, to, at }: { from: number; to: number; at: number }) {
	const due = sql`${inForce(at)} and sl.starts_at >= ${from} and sl.starts_at < ${to} and p.granted > 0
		and exists (select 1 from event_publications where event_id = sl.event_id)
		and not exists (select 1 from event_cancellations where event_id = sl.event_id)`;
	await queue(db, 'reminder', sql`'reminder:' || sl.starts_at`, at, due);
}

const inForce = (at: number) =>
	sql`signups p join slots sl on sl.id = p.slot_id where p.status <> 'withdrawn' and sl.starts_at > ${at}`;

function queue(db: Database, kind: MessageKind, actId: SQL, at: number, from: SQL) {
	const signup = kind === 'promotion' ? sql`p.signup_id` : sql`p.id`;
	return db
		.insert(messages)
		.select(
			sql`select ${actId} || ':' || ${signup} || ':' || ${kind}, ${kind}, ${signup}, ${actId}, ${at},
				'queued', null, ${at}, 0, null, null, null, ${at} from ${from}`
		)
		.onConflictDoNothing();
}
