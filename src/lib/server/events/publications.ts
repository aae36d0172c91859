// An event becomes public, and is cancelled.
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertCancellation, insertPublication } from '$lib/server/db/events/events';
import { queueCancellationMessages } from '$lib/server/db/messages/messages';
import { actOn, findOwn, type NotMine } from './event-acts';
import { alsoOn, findFollowing, type OnSeries } from './following-events';
import { recordAct, stampOf } from '../record-act';

export type PublishEventCommand = OnSeries;
export type CancelEventCommand = OnSeries & { reason: string };

/** Opens the event to villagers; with `following` the drafts that follow in its series as well. */
export async function publishEvent(
	ctx: Context,
	{ id, eventId, following }: PublishEventCommand
): Promise<Result<object, NotMine | 'event-cancelled' | 'event-without-slot' | 'event-already-published'>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const others = (await findFollowing(ctx, found.event, following)).filter(
		({ publication, slots }) => publication === null && slots.length > 0
	);
	const act = actOn('publishEvent', id, found.event);
	return recordAct(
		ctx,
		act,
		[
			...alsoOn(ctx, act, others),
			...[found.event, ...others].map((own) => insertPublication(ctx.db, own.id, stampOf(ctx)))
		],
		{
			'refusal:event-cancelled': 'event-cancelled',
			'refusal:event-without-slot': 'event-without-slot',
			'event_publications.event_id': 'event-already-published'
		}
	);
}

/**
 * Calls the event off (a draft too: it is dropped), with `following` all that follow in its series as well.
 * Everyone's sign-up and shift stays to be read, nothing can be added.
 */
export async function cancelEvent(
	ctx: Context,
	{ id, eventId, reason, following }: CancelEventCommand
): Promise<Result<object, NotMine | 'event-completed' | 'event-already-cancelled'>> {
	const found = await findOwn(ctx, eventId);
	if (!found.ok) return found;
	const others = await findFollowing(ctx, found.event, following);
	const act = actOn('cancelEvent', id, found.event, { reason });
	return recordAct(
		ctx,
		act,
		[
			...alsoOn(ctx, act, others),
			...[found.event, ...others].flatMap((own) => [
				insertCancellation(ctx.db, own.id, reason, stampOf(ctx)),
				queueCancellationMessages(ctx.db, own.id, id, ctx.now())
			])
		],
		{ 'refusal:event-completed': 'event-completed', 'event_cancellations.event_id': 'event-already-cancelled' }
	);
}
