import type { Result } from './result';

/** From an instant up to, and without, another (ms, UTC). */
export interface Interval {
	startsAt: number;
	endsAt: number;
}

/** Whether two spans share a moment. One may end at the very moment at which the other begins. */
export function overlaps(a: Interval, b: Interval): boolean {
	return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

export type TakeShiftRefusal = 'shift-closed' | 'shift-full' | 'shift-overlaps';

export interface ShiftToTake {
	shift: Interval & { needed: number; taken: number };
	/** The volunteer's other shifts in force. */
	mine: readonly Interval[];
	now: number;
}

/** Whether a volunteer may take a shift: it is not over, someone is still needed, and it meets none of their own. */
export function decideTake({ shift, mine, now }: ShiftToTake): Result<object, TakeShiftRefusal> {
	if (now >= shift.endsAt) return { ok: false, refusal: 'shift-closed' };
	if (shift.taken >= shift.needed) return { ok: false, refusal: 'shift-full' };
	if (mine.some((other) => overlaps(other, shift))) return { ok: false, refusal: 'shift-overlaps' };
	return { ok: true };
}

/** The same as a plain yes or no, for a page that shows or hides the button. */
export function canTake(wanted: ShiftToTake): boolean {
	return decideTake(wanted).ok;
}
