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
