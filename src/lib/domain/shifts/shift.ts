import type { Result } from '../result';

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

/**
 * Whether a volunteer may take a shift: it is not over, someone is still needed, and it overlaps none of their own.
 * The database decides it by the same rules (drizzle/rules/shifts.sql).
 */
export function decideTake({ shift, mine, now }: ShiftToTake): Result<object, TakeShiftRefusal> {
	if (now >= shift.endsAt) return { ok: false, refusal: 'shift-closed' };
	if (shift.taken >= shift.needed) return { ok: false, refusal: 'shift-full' };
	if (mine.some((other) => overlaps(other, shift))) return { ok: false, refusal: 'shift-overlaps' };
	return { ok: true };
}

/**
 * Whether a volunteer, or a cadre for them, may give a shift back at `now` (ms, UTC): until it begins. Pages ask this. The service leaves it
 * to the database, which refuses by the same rule (`shift-begun` in drizzle/rules/shifts.sql); a test compares the two.
 */
export function canGiveBack({ startsAt }: Pick<Interval, 'startsAt'>, now: number): boolean {
	return now < startsAt;
}

/** How far apart two spans are, in ms; 0 when they touch or overlap. */
function gap(a: Interval, b: Interval): number {
	return Math.max(0, a.startsAt - b.endsAt, b.startsAt - a.endsAt);
}

/** Whether a shift goes with this slot of its event: it lies nearer to it than to any other. `slots` may hold the slot itself. */
export function goesWith<S extends Interval>(shift: Interval, slot: S, slots: readonly S[]): boolean {
	return slots.every((other) => other === slot || gap(shift, slot) < gap(shift, other));
}

/** A shift as it moves with its slot from `before` to `after`: what begins or ends after the slot follows its end, all else its start. */
export function movedWith({ startsAt, endsAt }: Interval, before: Interval, after: Interval): Interval {
	const moved = (edge: number) =>
		edge + (edge >= before.endsAt ? after.endsAt - before.endsAt : after.startsAt - before.startsAt);
	return { startsAt: moved(startsAt), endsAt: moved(endsAt) };
}

/** Time before and after a slot in which a shift still belongs to it: setting up, clearing away. */
const aroundMs = 3 * 3_600_000;

/** Whether a shift lies so far from every slot of its event that it was most likely forgotten when the event moved. */
export function isLeftBehind(shift: Interval, slots: readonly Interval[]): boolean {
	return slots.length > 0 && slots.every((slot) => gap(shift, slot) > aroundMs);
}

/** Orders moves so that the shifts of one person never overlap in between: shifts that move later go last one first. */
export function inSafeOrder<M extends { before: Interval; after: Interval }>(moves: readonly M[]): M[] {
	const earlier = moves.filter(
		({ before, after }) => after.startsAt <= before.startsAt && after.endsAt <= before.endsAt
	);
	const later = moves.filter((move) => !earlier.includes(move) && move.after.startsAt >= move.before.startsAt);
	const rest = moves.filter((move) => !earlier.includes(move) && !later.includes(move));
	const byStart = (a: M, b: M) => a.before.startsAt - b.before.startsAt;
	return [...earlier.sort(byStart), ...later.sort(byStart).reverse(), ...rest];
}
