// Which ages a village invites to its group birthday banquets.
import type { Cadence } from './birthday-window';

/** 虚岁 or 周岁. */
export const ageKinds = ['nominal', 'full'] as const;
export type AgeKind = (typeof ageKinds)[number];

/** Ages at which villages begin to invite. */
export const thresholds = [60, 65, 70, 80] as const;

/** Whether an age is invited: it has reached the threshold, and at a yearly banquet it is a round one (逢五逢十). */
export function isAgeInvited({
	age,
	threshold,
	cadence
}: {
	age: number;
	threshold: number;
	cadence: Cadence;
}): boolean {
	return age >= threshold && (cadence !== 'yearly' || age % 5 === 0);
}
