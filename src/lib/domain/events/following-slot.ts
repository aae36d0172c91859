import { dateOf, daysBetween, timeOf } from '../calendar/calendar';

/** Instants in ms, UTC; `capacity` null is no limit. */
interface Slot {
	startsAt: number;
	endsAt: number;
	capacity: number | null;
}

/**
 * Which slot of another event in the series is this one: that of the same day (counted from the event's first) and hour, else the
 * one in the same place of a list as long, where it is none of the others'. Both lists in order of time. Undefined: it has none.
 */
export function findCounterpart<T extends Slot>(
	slots: readonly Slot[],
	position: number,
	others: readonly T[]
): T | undefined {
	const keys = keysOf(slots);
	const otherKeys = keysOf(others);
	const same = otherKeys.indexOf(keys[position]!);
	if (same >= 0) return others[same];
	return slots.length === others.length && !keys.includes(otherKeys[position]!) ? others[position] : undefined;
}

/** Another slot changed as `before` was to `after`: moved by the same difference, so that an hour of its own stays its own; of the places only a change. */
export function carryOver(slot: Slot, before: Slot, after: Slot): Slot {
	return {
		startsAt: slot.startsAt + after.startsAt - before.startsAt,
		endsAt: slot.endsAt + after.endsAt - before.endsAt,
		capacity: after.capacity === before.capacity ? slot.capacity : after.capacity
	};
}

/** Day of the event and hour of each slot; slots at the same time are told apart by their order. */
function keysOf(slots: readonly Slot[]): string[] {
	const keys = slots.map(
		({ startsAt }) => `${daysBetween(dateOf(slots[0]!.startsAt), dateOf(startsAt))} ${timeOf(startsAt)}`
	);
	return keys.map((key, at) => `${key} ${keys.slice(0, at).filter((earlier) => earlier === key).length}`);
}
