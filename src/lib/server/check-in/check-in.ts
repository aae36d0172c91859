import { readScan, type CheckInWay } from '$lib/domain/check-in/check-in';
import type { Place } from '$lib/domain/signups/signup';
import { normalizeCode } from '$lib/domain/signups/slip-code';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import {
	findCheckIn,
	findDoor,
	findSignupByCode,
	insertAdmission,
	insertCheckIn,
	insertNoShows,
	insertUndo
} from '$lib/server/db/check-in/check-ins';
import { hasLanded } from '$lib/server/db/audit/audit';
import { findSignup, insertWithdrawal } from '$lib/server/db/signups/signups';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { done, type Act, type Refused } from '$lib/server/db/write';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayWorkDoor } from '../people/rights';
import { signupStatements } from '../signups/signup-row';
import { readSlipToken } from '../signups/slip-token';

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

export interface CheckInCommand {
	/** The act's own id, and the check-in's. */
	id: string;
	/** The slot whose door it is. */
	slotId: string;
	signupId: string;
	/** Null: everyone of the party who has a place and is not in yet. */
	people: number | null;
	how: CheckInWay;
}

/**
 * Lets people of a party in, once each, also after they were closed as no-shows. Refusals: their slip is another
 * slot's, was withdrawn, waits for a place, or is used up; fewer have a place; their places were given away in the
 * meantime (`slot-full`); the door opens two hours before the slot and closes at the town's midnight or with the
 * completion.
 */
export async function checkIn(ctx: Context, command: CheckInCommand): Promise<Result<object, CheckInRefusal>> {
	const found = await findOwn(ctx, command.signupId);
	if (!found.ok) return found;
	const { slotId, signupId, people, how } = command;
	const act = { ...actOn('checkIn', command.id, signupId, found.unitId), detail: { slotId, people, how } };
	return own(ctx, command, await recordAtDoor(ctx, act, [insertCheckIn(ctx.db, { ...command, ...stampOf(ctx) })]));
}

/** Gives a waiting party the places it lacks, after the start, and lets it in. Refusals: as `checkIn`; `slot-full` while there is no room. */
export async function admitWaiting(
	ctx: Context,
	{ id, slotId, signupId }: { id: string; slotId: string; signupId: string }
): Promise<Result<object, CheckInRefusal | 'slot-not-begun'>> {
	const found = await findOwn(ctx, signupId);
	if (!found.ok) return found;
	if (ctx.now() < found.startsAt) return { ok: false, refusal: 'slot-not-begun' };
	const { at, byId } = stampOf(ctx);
	const admitted = await recordAtDoor(ctx, actOn('admitWaiting', id, signupId, found.unitId), [
		insertAdmission(ctx.db, signupId, id, at),
		insertCheckIn(ctx.db, { id, slotId, signupId, people: null, how: 'list', at, byId })
	]);
	return own(ctx, { id, signupId }, admitted);
}

/**
 * Records people who come without a sign-up, and lets them in. Before the start those who wait go first: then the
 * party gets a place in the line instead. After it, `slot-full` when there is no room; see `releaseNoShows`. The id is
 * the sign-up's and the check-in's.
 */
export async function walkIn(
	ctx: Context,
	{
		id,
		slotId,
		eventId,
		partySize,
		name
	}: { id: string; slotId: string; eventId: string; partySize: number; name: string }
): Promise<
	Result<
		{ place: Place; position: number | null },
		CheckInRefusal | 'slot-closed' | 'party-larger-than-slot' | 'one-person-each'
	>
> {
	const event = await findDoor(ctx.db, eventId);
	if (!event?.slots.some((slot) => slot.id === slotId)) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, event))) return { ok: false, refusal: 'not-your-door' };
	const { at, byId } = stampOf(ctx);
	const { statements } = signupStatements(
		ctx,
		{ id, slotId, name, phone: null, villageId: null, partySize },
		'walk-in',
		at
	);
	const entry = insertCheckIn(ctx.db, { id, slotId, signupId: id, people: null, how: 'walk-in', at, byId }, true);
	const written = await recordAtDoor(
		ctx,
		{ ...actOn('walkIn', id, id, event.unitId), detail: { slotId, partySize } },
		[...statements, entry],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:party-larger-than-slot': 'party-larger-than-slot',
			'refusal:one-person-each': 'one-person-each'
		} as const
	);
	if (!written.ok) return written;
	const found = await findSignup(ctx.db, id);
	return { ok: true, place: found!.signup.place, position: found!.position };
}

/**
 * Takes a check-in back, until the event is completed or its result is recorded (`has-result`); a walk-in's sign-up
 * with it. A second time changes nothing.
 */
export async function undoCheckIn(
	ctx: Context,
	{ id, checkInId }: { id: string; checkInId: string }
): Promise<Result<object, CheckInRefusal>> {
	const found = await findCheckIn(ctx.db, checkInId);
	if (!found) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, { id: found.eventId, unitId: found.unitId })))
		return { ok: false, refusal: 'not-your-door' };
	if (found.isUndone) return { ok: true };
	const { at, byId } = stampOf(ctx);
	const isMistake = found.how === 'walk-in';
	return recordAtDoor(
		ctx,
		{ ...actOn('undoCheckIn', id, found.signupId, found.unitId), detail: { checkInId, people: found.people } },
		[
			insertUndo(ctx.db, { checkInId, at, byId }),
			...(isMistake
				? [insertWithdrawal(ctx.db, found.signupId, at, byId), ...promoteWaitlist(ctx.db, found.slotId, id, at)]
				: [])
		],
		{ 'check_in_undos.check_in_id': done }
	);
}

interface OnSlot {
	id: string;
	eventId: string;
	slotId: string;
}
type SlotRefusal = 'slip-unknown' | 'not-your-door' | 'slot-not-begun' | 'door-closed';

/**
 * After the start: gives the places of all who have not come to the people at the door. Who comes late may find theirs
 * gone.
 */
export const releaseNoShows = (ctx: Context, command: OnSlot) => countAbsent(ctx, 'releaseNoShows', command);

/**
 * At the end: a person with a place who has not come is a no-show. A late check-in still counts while there is room.
 */
export const closeDoor = (ctx: Context, command: OnSlot) => countAbsent(ctx, 'closeDoor', command);

async function countAbsent(
	ctx: Context,
	verb: string,
	{ id, eventId, slotId }: OnSlot
): Promise<Result<object, SlotRefusal>> {
	const event = await findDoor(ctx.db, eventId);
	const slot = event?.slots.find((one) => one.id === slotId);
	if (!event || !slot) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, event))) return { ok: false, refusal: 'not-your-door' };
	const stamp = stampOf(ctx);
	if (stamp.at < slot.startsAt) return { ok: false, refusal: 'slot-not-begun' };
	if ((event.cancelledAt ?? event.completedAt) !== null && !(await hasLanded(ctx.db, { id, subjectId: eventId })))
		return { ok: false, refusal: 'door-closed' };
	const act = { id, verb, subject: { type: 'event', id: eventId }, unitId: event.unitId, detail: { slotId } };
	return recordAct(ctx, act, [insertNoShows(ctx.db, slotId, id, stamp)], {
		'refusal:slot-not-begun': 'slot-not-begun'
	} as const);
}

/** The sign-up that a scanned or typed text means: a slip's address or token, or the code of one of this event's; null for any other. */
export async function findScanned(ctx: Context, eventId: string, text: string): Promise<string | null> {
	const scan = readScan(text);
	if ('token' in scan) return readSlipToken(ctx.keys, scan.token);
	const code = normalizeCode(scan.code);
	return code && findSignupByCode(ctx.db, eventId, code);
}

async function findOwn(
	ctx: Context,
	signupId: string
): Promise<Result<{ unitId: string; startsAt: number }, 'slip-unknown' | 'not-your-door'>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, found.event))) return { ok: false, refusal: 'not-your-door' };
	return { ok: true, unitId: found.event.unitId, startsAt: found.slot.startsAt };
}

/** An id that has let in another party before is no replay: this party has not come in yet. */
async function own<R extends string>(
	ctx: Context,
	{ id, signupId }: { id: string; signupId: string },
	admitted: Result<object, R>
): Promise<Result<object, R | 'form-sent-already'>> {
	if (!admitted.ok || (await findCheckIn(ctx.db, id))?.signupId === signupId) return admitted;
	return { ok: false, refusal: 'form-sent-already' };
}

const actOn = (verb: string, id: string, signupId: string, unitId: string): Act => ({
	id,
	verb,
	subject: { type: 'signup', id: signupId },
	unitId
});

/** Writes an act at the door, with the refusals that every one of them can meet. */
const recordAtDoor = <R extends string = never>(
	ctx: Context,
	act: Act,
	statements: Statements,
	more: Record<string, R> = {}
): Promise<Result<object, (typeof refusals)[keyof typeof refusals] | Refused<R>>> =>
	recordAct(ctx, act, statements, { ...refusals, ...more });
