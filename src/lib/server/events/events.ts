import type { EventKind } from '$lib/domain/events/event';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertEvent } from '$lib/server/db/events/events';
import { insertSlot } from '$lib/server/db/events/slots';
import { actOn } from './event-acts';
import { recordAct, stampOf } from '../record-act';
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
	/** 小户可先进 on its waitlists; false when left out. */
	letsPass?: boolean;
	/** Hours within which a call confirms a sign-up; null or left out: none is needed. */
	confirmHours?: number | null;
}

/** Instants in ms, UTC; `capacity` null is no limit. */
export interface SlotWords {
	startsAt: number;
	endsAt: number;
	capacity: number | null;
}

export type CreateEventCommand = EventWords & { id: string; slots: (SlotWords & { id: string })[] };

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
