import { decideEventState, type EventState } from '$lib/domain/events/event';
import type { EventRecord } from '$lib/server/db/events/events';

/** What an event is at `now` (ms, UTC). */
export function stateOf(
	{ publication, cancellation, completion, startsAt, endsAt }: EventRecord,
	now: number
): EventState {
	return decideEventState({
		publishedAt: publication?.at ?? null,
		cancelledAt: cancellation?.at ?? null,
		completedAt: completion?.at ?? null,
		startsAt,
		endsAt,
		now
	});
}
