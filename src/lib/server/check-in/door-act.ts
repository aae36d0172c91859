// An act at the door, and what the database may refuse there.
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import type { Act } from '$lib/server/db/write';
import { recordAct, type Statements } from '../record-act';
import type { Refused } from '../db/write';

/** What the database may refuse at the door, as the refusals of the verbs. */
const refusals = {
	'refusal:other-slot': 'other-slot',
	'refusal:event-cancelled': 'event-cancelled',
	'refusal:door-not-open': 'door-not-open',
	'refusal:door-closed': 'door-closed',
	'refusal:signup-withdrawn': 'signup-withdrawn',
	'refusal:still-waiting': 'still-waiting',
	'refusal:already-in': 'already-in',
	'refusal:more-than-granted': 'more-than-granted',
	'refusal:has-result': 'has-result',
	slots_taken_within_capacity: 'slot-full'
} as const;

export type CheckInRefusal =
	(typeof refusals)[keyof typeof refusals] | 'slip-unknown' | 'not-your-door' | 'form-sent-already';

/** An act on a sign-up at the door. */
export const actOn = (verb: string, id: string, signupId: string, unitId: string): Act => ({
	id,
	verb,
	subject: { type: 'signup', id: signupId },
	unitId
});

/** Writes an act at the door, with the refusals that every one of them can meet. */
export const recordAtDoor = <R extends string = never>(
	ctx: Context,
	act: Act,
	statements: Statements,
	more: Record<string, R> = {}
): Promise<Result<object, (typeof refusals)[keyof typeof refusals] | Refused<R>>> =>
	recordAct(ctx, act, statements, { ...refusals, ...more });
