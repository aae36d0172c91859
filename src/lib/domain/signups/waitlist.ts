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
 * even where it would fit, unless the event lets smaller parties pass. `waiting` is how many parties wait. The database decides by the same
 * rule, in the statement that signs up (server/db/signups/new-signups.ts); a test compares the two.
 */
export function decideGrant({ capacity, taken, letsPass }: Room, waiting: number, need: Need): number {
	if (capacity === null) return need.people;
	return waiting > 0 && !letsPass ? 0 : grantOf(need, capacity - taken);
}

/**
 * Who moves up when places are free, and with how many people; `line` is who waits, first come first. Strict order: the first party that
 * does not get all it needs is the last to get anything. Where the event lets smaller parties pass, those that fit go by it. The database
 * moves the line up by the same rule (server/db/signups/waitlist.ts); a test compares the two.
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
