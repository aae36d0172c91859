import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findShift } from '$lib/server/db/shifts/shifts';
import { findClaim, insertClaim, insertRelease } from '$lib/server/db/shifts/shift-claims';
import { isInTownOf } from '$lib/server/db/shifts/within-town';
import { listOwnWaits, promoteShiftLine } from '$lib/server/db/shifts/shift-waits';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';
import { act } from './shifts';
import { done } from '../db/write';

/** `id` becomes the claim's. */
export type TakeShiftCommand = { id: string; shiftId: string };
export type GiveBackShiftCommand = { id: string; claimId: string };

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
