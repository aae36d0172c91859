import { isFew } from '$lib/domain/figures/small-numbers';
import type { EventRecord } from '$lib/server/db/events/events';

/** A slot as strangers read it. */
export interface PublicSlot {
	id: string;
	startsAt: number;
	endsAt: number;
	/** Places that a newcomer may have at once: none while a party waits. Null: no limit. */
	free: number | null;
	/** Parties on the waitlist. One or two read "few": in a village everybody would know who (decisions/0043, class of elders and sign-ups). */
	waiting: number | 'few';
}

type Slot = Pick<EventRecord['slots'][number], 'id' | 'startsAt' | 'endsAt' | 'capacity' | 'taken' | 'waiting'>;

/**
 * What strangers may read of a slot. The places that are left are the town's own offer and exact; how many people have one, and how few wait,
 * is not given.
 */
export const publicSlot = ({ id, startsAt, endsAt, capacity, taken, waiting }: Slot): PublicSlot => ({
	...{ id, startsAt, endsAt },
	free: capacity === null ? null : waiting > 0 ? 0 : Math.max(0, capacity - taken),
	waiting: isFew(waiting) ? 'few' : waiting
});
