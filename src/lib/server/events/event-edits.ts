import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { updateEvent, type EventRecord } from '$lib/server/db/events/events';
import { actOn, changes, findOpen, type Closed, type NotMine } from './event-acts';
import { alsoOn, findFollowing, type OnSeries } from './following-events';
import { insertMoves, isAwaited } from './event-moves';
import { recordAct } from '../record-act';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { mayActFor } from '../people/rights';
import type { EventWords } from './events';

export type EditEventCommand = EventWords & OnSeries & { reason?: string };

/**
 * Corrects what the event says of itself, until it is cancelled or completed; in those that follow in its series only
 * what changes here. All who signed up get a message about another place, so it needs a reason. Its slots have verbs
 * of their own. A blood drive stays one, and nothing becomes one, once people have signed up.
 */
export async function editEvent(
	ctx: Context,
	{ id, eventId, following, reason = '', ...words }: EditEventCommand
): Promise<Result<object, NotMine | Closed | 'reason-missing' | 'kind-has-signups'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const { event } = found;
	if (!(await mayActFor(ctx, words.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const change = changedWords(event, words);
	const others = Object.keys(change).length ? await findFollowing(ctx, event, following) : [];
	const moves = [event, ...others].filter(
		(own) => own.place !== words.place && change.place && isAwaited(own, own.slots)
	);
	if (moves.length && !reason) return { ok: false, refusal: 'reason-missing' };
	const act = actOn('editEvent', id, event, { ...changes(event, words), ...(reason && { reason }) });
	return recordAct(
		ctx,
		act,
		[
			...alsoOn(ctx, act, others),
			...insertMoves(
				ctx,
				id,
				moves.map((own) => placeMove(own, words.place)),
				reason
			),
			updateEvent(ctx.db, eventId, words),
			...others.map((own) => updateEvent(ctx.db, own.id, change)),
			...(change.letsPass ? [event, ...others] : []).flatMap((own) =>
				own.slots.flatMap((slot) => promoteWaitlist(ctx.db, slot.id, id, ctx.now()))
			)
		],
		{ 'refusal:reason-missing': 'reason-missing', 'refusal:kind-has-signups': 'kind-has-signups' }
	);
}

const placeMove = ({ id: eventId, place: placeBefore }: EventRecord, placeAfter: string) => ({
	eventId,
	slotId: null,
	placeBefore,
	placeAfter
});

function changedWords(event: EventRecord, words: EventWords): Partial<EventWords> {
	const fields = (Object.keys(words) as (keyof EventWords)[]).filter(
		(field) => words[field] !== undefined && event[field] !== words[field]
	);
	return Object.fromEntries(fields.map((field) => [field, words[field]]));
}
