export const signupStatuses = ['confirmed', 'waitlisted', 'withdrawn'] as const;
export type SignupStatus = (typeof signupStatuses)[number];

/** How a sign-up came in: by its own hand online, from a paper list or the telephone, or at the door. */
export const signupOrigins = ['online', 'paper', 'walk-in'] as const;
export type SignupOrigin = (typeof signupOrigins)[number];

/** The most people one sign-up may bring. */
export const maxParty = 6;

/** The status of a party of `party` people of whom `granted` have a place. */
export function statusOf(party: number, granted: number): 'confirmed' | 'waitlisted' {
	return granted === party ? 'confirmed' : 'waitlisted';
}

export interface SlotTimes {
	publishedAt: number | null;
	cancelledAt: number | null;
	/** Start of the slot itself, not of its event: a later slot stays open while an earlier one runs. */
	startsAt: number;
	now: number;
}

/** Whether people may sign up, change or withdraw: the event is published, not cancelled, and the slot has not begun (ms, UTC). */
export function isSlotOpen({ publishedAt, cancelledAt, startsAt, now }: SlotTimes): boolean {
	return publishedAt !== null && cancelledAt === null && now < startsAt;
}
