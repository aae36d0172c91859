import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { leaseMs } from '$lib/domain/messages/message';
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
		when s.status = 'withdrawn' then 'withdrawn'
		when sl.starts_at <= ${now} then 'slot-begun'
		when ${messages.kind} <> 'cancellation' and c.event_id is not null then 'event-cancelled'
		when ${messages.kind} = 'confirmation' and s.is_lapsed then 'lapsed'
		when ${messages.kind} = 'confirmation' and s.held_until is null then 'confirmed'
		when ${messages.kind} in ('promotion', 'reminder') and s.granted = 0 then 'no-place'
		when ${messages.kind} = 'reminder' and ${messages.actId} <> 'reminder:' || sl.starts_at then 'slot-moved'
		when ${messages.kind} in ('change', 'promotion') and exists (select 1 from messages newer where newer.signup_id = s.id
			and newer.kind = ${messages.kind} and newer.rowid > messages.rowid) then 'superseded' end
		from signups s join slots sl on sl.id = s.slot_id left join event_cancellations c on c.event_id = sl.event_id
		where s.id = ${messages.signupId})`;

/** Drops messages that became untrue before they were sent or passed on by telephone. */
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
