import { percentOf } from '../figures/rate';

export const audiences = ['household', 'party-member'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Coverage of a village: households with a pledge in force ÷ registered households (banquets.md), in percent with one
 * decimal, rounded once on the exact ratio. Null where no household is registered: nothing can be said.
 */
export function coverage(pledged: number, registered: number): number | null {
	return percentOf(pledged, registered);
}

/**
 * Whether a pledge is in force on a day: signed by then, and not withdrawn by then. Dates of the town, YYYY-MM-DD. The database counts by the
 * same rule (server/db/pledges/pledges-in-force.ts); a test compares the two.
 */
export function isPledgeInForce(pledge: { signedOn: string; withdrawnOn: string | null }, on: string): boolean {
	return pledge.signedOn <= on && (pledge.withdrawnOn === null || on < pledge.withdrawnOn);
}
