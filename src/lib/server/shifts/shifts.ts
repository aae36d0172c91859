import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findEvent } from '$lib/server/db/events/events';
import { hasLanded } from '$lib/server/db/landed-acts';
import { deleteShift, findShift, insertShift } from '$lib/server/db/shifts/shifts';
import type { Act } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

/** Instants in ms, UTC; `needed` is how many volunteers the duty takes. */
export interface ShiftWords {
	duty: string;
	startsAt: number;
	endsAt: number;
	needed: number;
}

export type CreateShiftCommand = ShiftWords & { id: string; eventId: string };
export type RemoveShiftCommand = { id: string; shiftId: string };

export type Closed = 'event-cancelled' | 'event-completed';

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

/** Why the event's shifts can no longer change; null when they can, or when this act landed before. */
export async function findClosure(
	ctx: Context,
	act: { id: string; subjectId: string },
	isCancelled: boolean,
	isCompleted: boolean
): Promise<Closed | null> {
	if ((!isCancelled && !isCompleted) || (await hasLanded(ctx, act))) return null;
	return isCancelled ? 'event-cancelled' : 'event-completed';
}

/** An act on a shift, in the trail of its event's unit. */
export const act = (verb: string, id: string, shiftId: string, unitId: string): Act => ({
	id,
	verb,
	subject: { type: 'shift', id: shiftId },
	unitId
});
