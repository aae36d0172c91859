// A move of an event that people signed up for.
import type { Context } from '../context';
import type { EventRecord } from '$lib/server/db/events/events';
import { insertEventChange, type Move } from '$lib/server/db/events/event-changes';
import { queueChangeMessages } from '$lib/server/db/messages/messages';
import { stampOf, type Statements } from '../record-act';

/** Whether people count on this event at this time and place: it is published, and sign-ups for these slots are in force. */
export function isAwaited({ publication }: EventRecord, slots: EventRecord['slots']): boolean {
	return publication !== null && slots.some(({ taken, waiting }) => taken + waiting > 0);
}

/** Records the moves before the change itself, and queues a message to all who signed up. */
export const insertMoves = (ctx: Context, actId: string, moves: Move[], reason: string): Statements =>
	moves.flatMap((move) => [
		insertEventChange(ctx.db, actId, move, { reason, ...stampOf(ctx) }),
		queueChangeMessages(ctx.db, move, actId, ctx.now())
	]);
