import { decideEventState, type EventState } from '$lib/domain/event';
import type { EventRecord } from './db/events';

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
