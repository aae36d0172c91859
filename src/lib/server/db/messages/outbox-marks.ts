// What became of a message that the outbox took up.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { leaseMs, pauseAfter, type Channel } from '$lib/domain/messages/message';
import type { Database } from '../client';
import { messages } from '../schema/messages/messages';
import { untrue } from './outbox';

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
