export const places = ['confirmed', 'waitlisted', 'withdrawn'] as const;
export type Place = (typeof places)[number];

/** How a sign-up came in: by its own hand online, from a paper list or the telephone, or at the door. */
export const signupOrigins = ['online', 'paper', 'walk-in'] as const;
export type SignupOrigin = (typeof signupOrigins)[number];

/** The most people one sign-up may bring. */
export const maxParty = 6;

/** What a party asks of a slot. */
export interface Need {
	/** People who still need a place. */
	people: number;
	/** 有几个位先去几个: some may have a place while the others of the party wait. */
	acceptsSome: boolean;
}

export interface Room {
	/** Places of the slot; null: no limit. */
	capacity: number | null;
	/** People who have a place. */
	taken: number;
	/** 小户可先进: a party that fits may pass a larger one that waits. Only where the event says so. */
	letsPass: boolean;
}

/**
 * How many of an arriving party get a place at once; the others wait. Strict order: while anyone waits, a newcomer waits too,
 * even where it would fit, unless the event lets smaller parties pass. `waiting` is how many parties wait.
 */
export function decideGrant({ capacity, taken, letsPass }: Room, waiting: number, need: Need): number {
	if (capacity === null) return need.people;
	return waiting > 0 && !letsPass ? 0 : grantOf(need, capacity - taken);
}

/**
 * Who moves up when places are free, and with how many people; `line` is who waits, first come first. Strict order: the first party that
 * does not get all it needs is the last to get anything. Where the event lets smaller parties pass, those that fit go by it.
 */
export function decidePromotions<Id>(
	{ capacity, taken, letsPass }: Room,
	line: readonly ({ id: Id } & Need)[]
): { id: Id; people: number }[] {
	const promoted: { id: Id; people: number }[] = [];
	let free = capacity === null ? Infinity : capacity - taken;
	for (const { id, ...need } of line) {
		const people = grantOf(need, free);
		if (people > 0) promoted.push({ id, people });
		free -= people;
		if (people < need.people && !letsPass) break;
	}
	return promoted;
}

function grantOf({ people, acceptsSome }: Need, free: number): number {
	if (people <= free) return people;
	return acceptsSome ? Math.max(0, free) : 0;
}

/** The place of a party of `party` people of whom `granted` have one. */
export function placeOf(party: number, granted: number): 'confirmed' | 'waitlisted' {
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
