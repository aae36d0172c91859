import type { CheckInWay } from '$lib/domain/check-in/check-in';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findCheckIn, insertAdmission, insertCheckIn, insertUndo } from '$lib/server/db/check-in/check-ins';
import { findSignup, insertWithdrawal } from '$lib/server/db/signups/signups';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { stampOf } from '../record-act';
import { mayWorkDoor } from '../people/rights';
import { type CheckInRefusal, actOn, recordAtDoor } from './door-act';
import { done } from '../db/write';

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
	return recordAtDoor(ctx, act, [insertCheckIn(ctx.db, { ...command, ...stampOf(ctx) })]);
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
	return recordAtDoor(ctx, actOn('admitWaiting', id, signupId, found.unitId), [
		insertAdmission(ctx.db, signupId, id, at),
		insertCheckIn(ctx.db, { id, slotId, signupId, people: null, how: 'list', at, byId })
	]);
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

async function findOwn(
	ctx: Context,
	signupId: string
): Promise<Result<{ unitId: string; startsAt: number }, 'slip-unknown' | 'not-your-door'>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'slip-unknown' };
	if (!(await mayWorkDoor(ctx, found.event))) return { ok: false, refusal: 'not-your-door' };
	return { ok: true, unitId: found.event.unitId, startsAt: found.slot.startsAt };
}
