import type { EventRecord } from '$lib/server/db/events/events';
import { publicSlot } from '$lib/server/events/public-slot';

type Slot = EventRecord['slots'][number];

/** Why a slot takes no sign-ups at `now` (ms, UTC), and which others of the event still do; null while it takes them. */
export function readClosed(event: EventRecord, slot: Slot | undefined, now: number) {
	const { cancellation, completion } = event;
	const isOver = cancellation !== null || completion !== null;
	if (slot && !isOver && slot.startsAt > now) return null;
	const why = cancellation ? 'cancelled' : completion ? 'completed' : slot ? 'begun' : 'gone';
	return {
		why,
		reason: cancellation?.reason ?? '',
		others: isOver ? [] : event.slots.filter(({ startsAt }) => startsAt > now).map(publicSlot)
	} as const;
}

export type Closed = NonNullable<ReturnType<typeof readClosed>>;
