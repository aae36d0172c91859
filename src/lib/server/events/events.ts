import type { EventKind } from '$lib/domain/events/event';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	insertCancellation,
	insertEvent,
	insertPublication,
	updateEvent,
	type EventRecord
} from '$lib/server/db/events/events';
import { queueCancellationMessages } from '$lib/server/db/messages/messages';
import { insertSlot } from '$lib/server/db/events/slots';
import {
	actOn,
	alsoOn,
	changes,
	findFollowing,
	findOpen,
	findOwn,
	insertMoves,
	isAwaited,
	type Closed,
	type NotMine,
	type OnSeries
} from './event-acts';
import { recordAct, stampOf } from '../record-act';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { mayActFor } from '../people/rights';

/** What an event says of itself. `contactPhone` is normalised; `topic` belongs to the kind (domain `eventTopics`). */
export interface EventWords {
	unitId: string;
	kind: EventKind;
	topic: string | null;
	title: string;
	place: string;
	description: string;
	partner: string;
	contactPhone: string;
	/** 小户可先进 on its waitlists; not, unless said. */
	letsPass?: boolean;
}

/** Instants in ms, UTC; `capacity` null is no limit. */
export interface SlotWords {
	startsAt: number;
	endsAt: number;
	capacity: number | null;
}

export type CreateEventCommand = EventWords & { id: string; slots: (SlotWords & { id: string })[] };
export type EditEventCommand = EventWords & OnSeries & { reason?: string };
export type PublishEventCommand = OnSeries;
export type CancelEventCommand = OnSeries & { reason: string };

/** Makes a draft with its slots. The event's id is the command's. */
export async function createEvent(
	ctx: Context,
	{ id, slots, ...words }: CreateEventCommand
): Promise<Result<{ eventId: string }, 'not-your-unit' | 'end-before-start'>> {
	if (!(await mayActFor(ctx, words.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const stamp = stampOf(ctx);
	const written = await recordAct(
		ctx,
		actOn('createEvent', id, words, { kind: words.kind, slots: slots.length }),
		[
			insertEvent(ctx.db, { id, ...words, ...stamp }),
			...slots.map((slot) => insertSlot(ctx.db, { eventId: id, ...slot, ...stamp }))
		],
		{ slots_end_after_start: 'end-before-start' }
	);
	return written.ok ? { ok: true, eventId: id } : written;
}

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
