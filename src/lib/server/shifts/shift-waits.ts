import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findWait, insertWait, insertWaitWithdrawal } from '$lib/server/db/shifts/shift-waits';
import { findShift } from '$lib/server/db/shifts/shifts';
import { isInTownOf } from '$lib/server/db/shifts/within-town';
import { recordAct } from '../record-act';

export type JoinLineRefusal =
	| 'not-your-unit'
	| 'shift-not-found'
	| 'shift-closed'
	| 'shift-overlaps'
	| 'already-yours'
	| 'already-waiting'
	| 'shift-has-room';

/**
 * Joins the waiting list of a full shift of the own town, before it begins. `id` identifies the wait, and the claim if
 * the volunteer moves up. Out: the place in line, null when it moved up meanwhile.
 */
export async function joinLine(
	ctx: Context,
	{ id, shiftId }: { id: string; shiftId: string }
): Promise<Result<{ position: number | null }, JoinLineRefusal>> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-your-unit' };
	const shift = await findShift(ctx.db, shiftId);
	if (!shift) return { ok: false, refusal: 'shift-not-found' };
	if (!(await isInTownOf(ctx.db, actor.unitId, shift.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const { accountId } = actor;
	const written = await recordAct(
		ctx,
		{ id, verb: 'joinLine', subject: { type: 'shift', id: shiftId }, unitId: shift.unitId, detail: { accountId } },
		[insertWait(ctx.db, { id, shiftId, accountId, at: ctx.now(), byId: accountId })],
		{
			'refusal:shift-closed': 'shift-closed',
			'refusal:shift-overlaps': 'shift-overlaps',
			'refusal:already-yours': 'already-yours',
			'refusal:shift-has-room': 'shift-has-room',
			'shift_waits.account_id': 'already-waiting'
		} satisfies Record<string, JoinLineRefusal>
	);
	if (!written.ok) return written;
	const wait = await findWait(ctx.db, id);
	return { ok: true, position: wait && !wait.isOver ? wait.position : null };
}

/**
 * Leaves the waiting list. An account that left before, or has moved up meanwhile, gets a refusal; a shift is given
 * back instead.
 */
export async function leaveLine(
	ctx: Context,
	{ id, waitId }: { id: string; waitId: string }
): Promise<Result<object, 'wait-not-yours' | 'wait-over'>> {
	const wait = await findWait(ctx.db, waitId);
	const byId = actorId(ctx.actor);
	if (!wait || wait.accountId !== byId) return { ok: false, refusal: 'wait-not-yours' };
	const written = await recordAct(
		ctx,
		{ id, verb: 'leaveLine', subject: { type: 'shift', id: wait.shiftId }, unitId: wait.unitId, detail: { waitId } },
		[insertWaitWithdrawal(ctx.db, { waitId, at: ctx.now(), byId })],
		{ 'refusal:wait-over': 'wait-over' } as const
	);
	return written.ok ? { ok: true } : written;
}
