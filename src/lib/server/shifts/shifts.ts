import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findEvent } from '$lib/server/db/events/events';
import { hasLanded } from '$lib/server/db/audit/audit';
import {
	deleteShift,
	findClaim,
	findShift,
	insertClaim,
	insertRelease,
	insertShift,
	isInTownOf,
	listHolders,
	updateShift
} from '$lib/server/db/shifts/shifts';
import { listOwnWaits, promoteShiftLine } from '$lib/server/db/shifts/shift-waits';
import { done, type Act } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';
import { moveShifts } from './shift-moves';

/** Instants in ms, UTC; `needed` is how many volunteers the duty takes. */
export interface ShiftWords {
	duty: string;
	startsAt: number;
	endsAt: number;
	needed: number;
}

export type CreateShiftCommand = ShiftWords & { id: string; eventId: string };
/** `id` is the act's own. */
export type EditShiftCommand = ShiftWords & { id: string; shiftId: string; reason?: string };
export type RemoveShiftCommand = { id: string; shiftId: string };
/** `id` becomes the claim's. */
export type TakeShiftCommand = { id: string; shiftId: string };
export type GiveBackShiftCommand = { id: string; claimId: string };

type Closed = 'event-cancelled' | 'event-completed';

/** Adds a shift to an event that is neither cancelled nor completed. The shift's id is the command's. */
export async function createShift(
	ctx: Context,
	{ id, eventId, ...words }: CreateShiftCommand
): Promise<Result<{ shiftId: string }, 'not-your-unit' | 'event-not-found' | Closed | 'end-before-start'>> {
	const event = await findEvent(ctx.db, eventId);
	if (!event) return { ok: false, refusal: 'event-not-found' };
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const closed = await findClosure(ctx, { id, subjectId: id }, event.cancellation !== null, event.completion !== null);
	if (closed) return { ok: false, refusal: closed };
	const written = await recordAct(
		ctx,
		{ ...act('createShift', id, id, event.unitId), detail: { eventId, ...words } },
		[insertShift(ctx.db, { id, eventId, ...words, ...stampOf(ctx) })],
		{ shifts_end_after_start: 'end-before-start' }
	);
	return written.ok ? { ok: true, shiftId: id } : written;
}

/**
 * Changes duty, time and number needed. Volunteers who have taken it see the other time on the schedule, so that needs
 * a reason. More needed, or another time: the line moves up in the same write.
 */
export async function editShift(
	ctx: Context,
	{ id, shiftId, reason = '', ...words }: EditShiftCommand
): Promise<
	Result<
		object,
		| 'not-your-unit'
		| 'shift-not-found'
		| Closed
		| 'end-before-start'
		| 'needed-below-taken'
		| 'reason-missing'
		| 'moved-shift-overlaps'
	>
> {
	const shift = await findShift(ctx.db, shiftId);
	if (!shift) return { ok: false, refusal: 'shift-not-found' };
	if (!(await mayActFor(ctx, shift.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const closed = await findClosure(
		ctx,
		{ id, subjectId: shiftId },
		shift.cancelledAt !== null,
		shift.completedAt !== null
	);
	if (closed) return { ok: false, refusal: closed };
	const { duty, needed, startsAt, endsAt } = words;
	const isMoved = startsAt !== shift.startsAt || endsAt !== shift.endsAt;
	const before = { duty: shift.duty, needed: shift.needed, startsAt: shift.startsAt, endsAt: shift.endsAt };
	return recordAct(
		ctx,
		{ ...act('editShift', id, shiftId, shift.unitId), detail: { before, after: words, ...(reason && { reason }) } },
		[
			updateShift(ctx.db, shiftId, { duty, needed }),
			...(isMoved
				? await moveShifts(
						ctx,
						id,
						[{ shiftId, before: shift, after: { startsAt, endsAt }, accountIds: await listHolders(ctx.db, shiftId) }],
						reason
					)
				: promoteShiftLine(ctx.db, shiftId, id, ctx.now()))
		],
		{
			shifts_taken_within_needed: 'needed-below-taken',
			shifts_end_after_start: 'end-before-start',
			'refusal:reason-missing': 'reason-missing',
			'refusal:moved-shift-overlaps': 'moved-shift-overlaps'
		}
	);
}

/** Removes a shift that was never taken. Removing it again changes nothing. */
export async function removeShift(
	ctx: Context,
	{ id, shiftId }: RemoveShiftCommand
): Promise<Result<object, 'not-your-unit' | 'shift-has-claims'>> {
	const shift = await findShift(ctx.db, shiftId);
	if (!shift) return { ok: true };
	if (!(await mayActFor(ctx, shift.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ ...act('removeShift', id, shiftId, shift.unitId), detail: { eventId: shift.eventId, duty: shift.duty } },
		[deleteShift(ctx.db, shiftId)],
		{ 'FOREIGN KEY': 'shift-has-claims' }
	);
}

/**
 * Takes a shift for the actor, of any role, in their own town. The database decides whether it is open, full or
 * overlaps.
 */
export async function takeShift(
	ctx: Context,
	{ id, shiftId }: TakeShiftCommand
): Promise<
	Result<
		{ claimId: string },
		| 'not-your-unit'
		| 'shift-not-found'
		| 'shift-full'
		| 'shift-overlaps'
		| 'already-yours'
		| 'shift-closed'
		| 'shift-has-line'
	>
> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-your-unit' };
	const shift = await findShift(ctx.db, shiftId);
	if (!shift) return { ok: false, refusal: 'shift-not-found' };
	if (!(await isInTownOf(ctx.db, actor.unitId, shift.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const written = await recordAct(
		ctx,
		{ ...act('takeShift', id, shiftId, shift.unitId), detail: { accountId: actor.accountId } },
		[insertClaim(ctx.db, { id, shiftId, accountId: actor.accountId, ...stampOf(ctx) })],
		{
			'refusal:shift-closed': 'shift-closed',
			'refusal:shift-overlaps': 'shift-overlaps',
			'refusal:shift-has-line': 'shift-has-line',
			'shift_claims.account_id': 'already-yours',
			shifts_taken_within_needed: 'shift-full'
		}
	);
	return written.ok ? { ok: true, claimId: id } : written;
}

/**
 * Gives one's own shift back before it begins; cadres of the event's unit may do it for a volunteer who called. A
 * second time changes nothing. The line moves up in the same write, and so do lines in which the volunteer waits and
 * that this very shift blocked.
 */
export async function giveBackShift(
	ctx: Context,
	{ id, claimId }: GiveBackShiftCommand
): Promise<Result<object, 'shift-not-found' | 'shift-not-yours' | 'shift-begun'>> {
	const claim = await findClaim(ctx.db, claimId);
	if (!claim) return { ok: false, refusal: 'shift-not-found' };
	const isOwn = actorId(ctx.actor) === claim.accountId;
	if (!isOwn && !(await mayActFor(ctx, claim.unitId))) return { ok: false, refusal: 'shift-not-yours' };
	if (claim.isReleased) return { ok: true };
	return recordAct(
		ctx,
		{ ...act('giveBackShift', id, claim.shiftId, claim.unitId), detail: { claimId, accountId: claim.accountId } },
		[
			insertRelease(ctx.db, { claimId, ...stampOf(ctx) }),
			...promoteShiftLine(ctx.db, claim.shiftId, id, ctx.now()),
			...(await promoteFreed(ctx, [claim.accountId], claim.shiftId, id))
		],
		{ 'refusal:shift-begun': 'shift-begun', 'shift_releases.claim_id': done }
	);
}

/**
 * Statements that move up the lines in which these accounts wait, now that one of their shifts no longer blocks them.
 * `shiftId`: the shift they left, whose line has moved up already.
 */
export async function promoteFreed(ctx: Context, accountIds: string[], shiftId: string | null, actId: string) {
	const now = ctx.now();
	const waits = await Promise.all(accountIds.map((accountId) => listOwnWaits(ctx.db, { accountId, now })));
	const lines = new Set(waits.flat().map(({ id }) => id));
	if (shiftId !== null) lines.delete(shiftId);
	return [...lines].flatMap((line) => promoteShiftLine(ctx.db, line, actId, now));
}

/** Why the event's shifts can no longer change; null when they can, or when this act landed before. */
async function findClosure(
	ctx: Context,
	act: { id: string; subjectId: string },
	isCancelled: boolean,
	isCompleted: boolean
): Promise<Closed | null> {
	if ((!isCancelled && !isCompleted) || (await hasLanded(ctx.db, act))) return null;
	return isCancelled ? 'event-cancelled' : 'event-completed';
}

const act = (verb: string, id: string, shiftId: string, unitId: string): Act => ({
	id,
	verb,
	subject: { type: 'shift', id: shiftId },
	unitId
});
