import { dateOf } from '../calendar/calendar';

interface Slot {
	id: string;
	startsAt: number;
	endsAt: number;
}

/** The slots of one day of an event: its first start and its last end (ms, UTC). */
export interface EventDay<T extends Slot> {
	/** Keeps its value when the day is moved or its other slots are: the oldest slot's id. */
	id: string;
	startsAt: number;
	endsAt: number;
	slots: T[];
}

/** The days on which an event takes place, in order. A slot that goes on after midnight belongs to the day it begins on. */
export function daysOfEvent<T extends Slot>(slots: readonly T[]): EventDay<T>[] {
	const days = new Map<string, T[]>();
	for (const slot of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
		const on = dateOf(slot.startsAt);
		days.set(on, [...(days.get(on) ?? []), slot]);
	}
	return [...days.values()].map((own) => ({
		id: oldestOf(own),
		startsAt: own[0]!.startsAt,
		endsAt: Math.max(...own.map(({ endsAt }) => endsAt)),
		slots: own
	}));
}

/** The id that was made first: ids are in the order of time. The slots must not be none. */
export const oldestOf = (slots: readonly { id: string }[]): string => slots.map(({ id }) => id).sort()[0]!;
