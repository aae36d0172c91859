import { dateOf } from '../calendar/calendar';
import { groupBy } from '../group-by';

interface Span {
	startsAt: number;
	endsAt: number;
}

/** A day of an event: its first start and its last end (ms, UTC), and its slots in order. */
export type EventDay<T extends Span> = Span & { slots: T[] };

/** The days on which an event takes place, in order. A slot that goes on after midnight belongs to the day it begins on. */
export function daysOfEvent<T extends Span>(slots: readonly T[]): EventDay<T>[] {
	const days = groupBy(
		slots.toSorted((a, b) => a.startsAt - b.startsAt),
		({ startsAt }) => dateOf(startsAt)
	);
	return [...days.values()].map((own) => ({
		startsAt: own[0]!.startsAt,
		endsAt: Math.max(...own.map(({ endsAt }) => endsAt)),
		slots: own
	}));
}
