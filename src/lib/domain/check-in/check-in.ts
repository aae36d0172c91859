import { addDays, dateOf, instantOf } from '../calendar/calendar';

/** How a person was checked in. */
export const checkInWays = ['camera', 'code', 'name', 'list', 'walk-in'] as const;
export type CheckInWay = (typeof checkInWays)[number];

const hourMs = 3_600_000;
/** The door opens so long before its slot begins. */
export const doorLead = 2 * hourMs;

/**
 * When the door of a slot is open (ms, UTC): from two hours before its start up to, and without, midnight of the town on the day it ends.
 * The completion of the event closes it before that. The database holds it too (drizzle/rules/check-in.sql).
 */
export function doorHours({ startsAt, endsAt }: { startsAt: number; endsAt: number }): {
	opensAt: number;
	closesAt: number;
} {
	return { opensAt: startsAt - doorLead, closesAt: instantOf(addDays(dateOf(endsAt - 1), 1), '00:00') };
}

/** Which of an event's slots the door shows first at `now`: the first that is not over; after all of them, the last. */
export function slotAtDoor<Slot extends { endsAt: number }>(slots: readonly Slot[], now: number): Slot | undefined {
	return slots.find(({ endsAt }) => now < endsAt) ?? slots.at(-1);
}

/** What a scanned or typed text is: the address or bare token of a slip, else taken for a code as typed. */
export function readScan(text: string): { token: string } | { code: string } {
	const token = /(?:^|\/s\/)([\w-]{38})(?:[?#].*)?$/.exec(text.trim())?.[1];
	return token ? { token } : { code: text };
}
