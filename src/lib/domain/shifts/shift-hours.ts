import type { Interval } from './shift';

/** Who states the minutes served: the volunteer, and the event's unit. */
export const hourSides = ['volunteer', 'organiser'] as const;
export type HourSide = (typeof hourSides)[number];

/** What one side stated. The words of a shift are in the order in which they were stated. `reason`: why the organiser says another number. */
export interface HourWord {
	side: HourSide;
	minutes: number;
	reason: string;
}

export type HourState =
	| { is: 'unstated' }
	/** The volunteer has stated a number; the organiser confirms or corrects. */
	| { is: 'stated'; minutes: number }
	/** The organiser corrected; the volunteer accepts or says another number. */
	| { is: 'corrected'; minutes: number; stated: number; reason: string }
	/** Both stated the same: it counts. */
	| { is: 'agreed'; minutes: number };

/** Whether the two sides agree: they do when one says the number that the other stated just before. */
export function hourState(words: readonly HourWord[]): HourState {
	const last = words.at(-1);
	if (!last) return { is: 'unstated' };
	const before = words.at(-2);
	if (before && before.side !== last.side && before.minutes === last.minutes)
		return { is: 'agreed', minutes: last.minutes };
	if (last.side === 'volunteer') return { is: 'stated', minutes: last.minutes };
	const own = words.findLast(({ side }) => side === 'volunteer');
	return { is: 'corrected', minutes: last.minutes, stated: own?.minutes ?? 0, reason: last.reason };
}

export type SayRefusal = 'hours-settled' | 'hours-unsaid' | 'hours-too-long' | 'hours-reason-missing';

/**
 * Why a side may not say this number now; null when it may. The volunteer states a number first, and neither does once
 * both agreed. No number is longer than the shift, and an organiser who says another number gives a reason.
 */
export function refuseWord(words: readonly HourWord[], word: HourWord, shift: Interval): SayRefusal | null {
	const state = hourState(words);
	if (state.is === 'agreed') return 'hours-settled';
	if (word.minutes > lengthOf(shift)) return 'hours-too-long';
	if (word.side === 'volunteer') return null;
	if (state.is === 'unstated') return 'hours-unsaid';
	return state.minutes !== word.minutes && word.reason === '' ? 'hours-reason-missing' : null;
}

/** A span's length in whole minutes. */
export function lengthOf({ startsAt, endsAt }: Interval): number {
	return Math.floor((endsAt - startsAt) / 60_000);
}
