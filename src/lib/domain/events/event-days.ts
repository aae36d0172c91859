import { dateOf } from '../calendar/calendar';

interface Span {
	startsAt: number;
	endsAt: number;
}

/** A day of an event: its first start and its last end (ms, UTC), and its slots in order. */
export type EventDay<T extends Span> = Span & { slots: T[] };

/** The days on which an event takes place, in order. A slot that goes on after midnight belongs to the day it begins on. */
export function daysOfEvent<T extends Span>(slots: readonly T[]): EventDay<T>[] {
	const days = new Map<string, T[]>();
	for (const slot of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
		const on = dateOf(slot.startsAt);
		days.set(on, [...(days.get(on) ?? []), slot]);
	}
	return [...days.values()].map((own) => ({
		startsAt: own[0]!.startsAt,
		endsAt: Math.max(...own.map(({ endsAt }) => endsAt)),
		slots: own
	}));
}
