import { and, count, eq, inArray, ne } from 'drizzle-orm';
import type { MessageState, Resolution } from '$lib/domain/messages/message';
import type { Database } from '../client';
import { emptyPage, pageFrom, type Cursor } from '../keyset';
import { readReach, withinReach } from '../units/scope';
import { events, slots } from '../schema/events/events';
import { messages } from '../schema/messages/messages';
import { signups } from '../schema/signups/signups';
import type { Statement } from '../statement';

/** How many messages of events within `scope` there are in each state. */
export async function countMessages(db: Database, scope: string) {
	const reach = await readReach(db, scope);
	if (!reach) return {};
	const counts = () => db.select({ state: messages.state, count: count() }).from(messages);
	const rows = await (
		reach.of === 'all'
			? counts()
			: counts()
					.innerJoin(signups, eq(signups.id, messages.signupId))
					.innerJoin(slots, eq(slots.id, signups.slotId))
					.innerJoin(events, eq(events.id, slots.eventId))
					.where(withinReach(events.unitId, reach))
	).groupBy(messages.state);
	return Object.fromEntries(rows.map((row) => [row.state, row.count])) as Partial<Record<MessageState, number>>;
}

/** The messages of events within `scope` in one state, the newest first, one page. */
export async function listMessages(db: Database, scope: string, state: MessageState, cursor?: Cursor) {
	const reach = await readReach(db, scope);
	if (!reach) return emptyPage;
	const page = pageFrom(cursor, { key: messages.at, id: messages.id, direction: 'descending' });
	const rows = await db
		.select({
			id: messages.id,
			kind: messages.kind,
			state: messages.state,
			channel: messages.channel,
			at: messages.at,
			attempts: messages.attempts,
			reason: messages.reason,
			nextAt: messages.nextAt,
			stateAt: messages.stateAt,
			signupId: signups.id,
			title: events.title,
			startsAt: slots.startsAt
		})
		.from(messages)
		.innerJoin(signups, eq(signups.id, messages.signupId))
		.innerJoin(slots, eq(slots.id, signups.slotId))
		.innerJoin(events, eq(events.id, slots.eventId))
		.where(and(eq(messages.state, state), withinReach(events.unitId, reach), page.beyond))
		.orderBy(...page.orderBy)
		.limit(page.limit);
	return page.take(rows);
}

/**
 * Carries out what was decided about a message that is dead or in doubt. Of one that was sent or dropped meanwhile a rule refuses it;
 * of any other nothing changes.
 */
export function updateResolved(db: Database, id: string, how: Resolution, at: number): Statement {
	const change = {
		'send-again': { state: 'queued', channel: null, attempts: 0, reason: null },
		call: { state: 'call', channel: 'call' },
		leave: { state: 'dropped', reason: 'left' }
	} as const;
	return db
		.update(messages)
		.set({ ...change[how], nextAt: at, stateAt: at, owner: null, leaseUntil: null })
		.where(
			and(
				eq(messages.id, id),
				inArray(messages.state, ['dead', 'in-doubt', 'sent', 'dropped']),
				ne(messages.state, change[how].state)
			)
		);
}
