import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { leaseMs, pauseAfter, type Channel } from '$lib/domain/messages/message';
import type { Database } from '../client';
import { unanswered } from '../events/questions';
import { eventCancellations, events, slots } from '../schema/events/events';
import { messages } from '../schema/messages/messages';
import { signups } from '../schema/signups/signups';

/** What may no longer be sent at `now` (ms, UTC), and why (domain `dropReasons`); null: it still holds. */
export const untrue = (now: number) =>
	sql<string | null>`(select case
		when ${messages.kind} = 'donation-due' then case when exists (select 1 from donation_reminders r
			where ${messages.actId} = 'donation:' || r.id and r.is_withdrawn = 0) then null else 'not-wanted' end
		when s.place = 'withdrawn' then 'withdrawn'
		when sl.starts_at <= ${now} then 'slot-begun'
		when ${messages.kind} <> 'cancellation' and c.event_id is not null then 'event-cancelled'
		when ${messages.kind} in ('promotion', 'reminder') and s.granted = 0 then 'no-place'
		when ${messages.kind} = 'reminder' and ${messages.actId} <> 'reminder:' || sl.starts_at then 'slot-moved'
		when ${messages.kind} in ('change', 'promotion') and exists (select 1 from messages newer where newer.signup_id = s.id
			and newer.kind = ${messages.kind} and newer.rowid > messages.rowid) then 'superseded' end
		from signups s join slots sl on sl.id = s.slot_id left join event_cancellations c on c.event_id = sl.event_id
		where s.id = ${messages.signupId})`;

/** Drops messages that became untrue before they were sent or told by telephone. */
export async function dropUntrue(db: Database, now: number): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'dropped', reason: untrue(now), stateAt: now, owner: null })
		.where(and(inArray(messages.state, ['queued', 'call', 'dead']), sql`${untrue(now)} is not null`));
}

/** A process that let its lease run out while sending has died. It is not known whether the message went out. */
export async function settleDoubts(db: Database, now: number): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'in-doubt', stateAt: now })
		.where(and(eq(messages.state, 'sending'), lte(messages.leaseUntil, now)));
}

/** Takes the next message that is due, for `leaseMs`; null when there is none. Two processes never hold the same. */
export async function claimMessage(db: Database, owner: string, now: number) {
	const next = sql`(select id from messages where state = 'queued' and next_at <= ${now}
		and (lease_until is null or lease_until <= ${now}) order by next_at, rowid limit 1)`;
	const rows = await db
		.update(messages)
		.set({ owner, leaseUntil: now + leaseMs })
		.where(sql`${messages.id} = ${next}`)
		.returning({ id: messages.id });
	return rows[0] ? findMessage(db, rows[0].id) : null;
}

/** A message with all that its words and its address are made of. */
export async function findMessage(db: Database, id: string) {
	const rows = await db
		.select({
			message: messages,
			signup: signups,
			slot: slots,
			event: events,
			reason: eventCancellations.reason,
			unanswered
		})
		.from(messages)
		.innerJoin(signups, eq(signups.id, messages.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
		.where(eq(messages.id, id));
	return rows[0] ?? null;
}

interface Claim {
	id: string;
	owner: string;
	now: number;
}

/** Puts a claimed message on the call list. */
export async function markCall(db: Database, { id, owner, now }: Claim): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'call', channel: 'call', owner: null, leaseUntil: null, nextAt: now, stateAt: now })
		.where(and(eq(messages.id, id), eq(messages.owner, owner), eq(messages.state, 'queued')));
}

/**
 * Recorded just before the message goes to the network. Out: false when the claim is lost or the message became untrue
 * meanwhile; then it must not be sent.
 */
export async function markSending(db: Database, { id, owner, now }: Claim, channel: Channel): Promise<boolean> {
	const rows = await db
		.update(messages)
		.set({
			state: 'sending',
			channel,
			leaseUntil: now + leaseMs,
			stateAt: now,
			attempts: sql`${messages.attempts} + 1`
		})
		.where(
			and(
				eq(messages.id, id),
				eq(messages.owner, owner),
				eq(messages.state, 'queued'),
				sql`${messages.leaseUntil} > ${now}`,
				sql`${untrue(now)} is null`
			)
		)
		.returning({ id: messages.id });
	return rows.length === 1;
}

/** The other side took it over. A late answer also settles a doubt. */
export async function markSent(db: Database, { id, owner, now }: Claim): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'sent', owner: null, leaseUntil: null, reason: null, stateAt: now })
		.where(and(eq(messages.id, id), eq(messages.owner, owner), inArray(messages.state, ['sending', 'in-doubt'])));
}

/** Whether it went out cannot be known: the line broke after the words were handed over. */
export async function markInDoubt(db: Database, { id, owner, now }: Claim, reason: string): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'in-doubt', reason, stateAt: now })
		.where(and(eq(messages.id, id), eq(messages.owner, owner), eq(messages.state, 'sending')));
}

/**
 * It surely did not go out: tried again after a pause, or dead (and on the call list) after the last attempt or a
 * final refusal.
 */
export async function markFailed(
	db: Database,
	{ id, owner, now }: Claim,
	{ reason, isFinal, attempts }: { reason: string; isFinal: boolean; attempts: number }
): Promise<void> {
	const pause = isFinal ? null : pauseAfter(attempts);
	await db
		.update(messages)
		.set({
			owner: null,
			leaseUntil: null,
			reason,
			stateAt: now,
			...(pause === null ? { state: 'dead' as const, nextAt: now } : { state: 'queued' as const, nextAt: now + pause })
		})
		.where(and(eq(messages.id, id), eq(messages.owner, owner), eq(messages.state, 'sending')));
}

/**
 * The words of a message cannot be made and a retry would not help: marks it dead, with the reason, and puts it on the
 * call list.
 */
export async function markUnwritable(db: Database, { id, owner, now }: Claim, reason: string): Promise<void> {
	await db
		.update(messages)
		.set({ state: 'dead', reason, nextAt: now, stateAt: now, owner: null, leaseUntil: null })
		.where(and(eq(messages.id, id), eq(messages.owner, owner), eq(messages.state, 'queued')));
}
