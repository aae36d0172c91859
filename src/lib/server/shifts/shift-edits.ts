import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findShift, updateShift } from '$lib/server/db/shifts/shifts';
import { listHolders } from '$lib/server/db/shifts/shift-claims';
import { promoteShiftLine } from '$lib/server/db/shifts/shift-waits';
import { recordAct } from '../record-act';
import { mayActFor } from '../people/rights';
import { moveShifts } from './shift-moves';
import { type ShiftWords, type Closed, findClosure, act } from './shifts';

/** `id` is the act's own. */
export type EditShiftCommand = ShiftWords & { id: string; shiftId: string; reason?: string };

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
