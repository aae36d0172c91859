import type { Result } from '$lib/domain/result';
import { insertLapses, insertSignupConfirmation, listOverdueSlots } from '$lib/server/db/signups/held-places';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import type { Context } from '../context';
import { mayActFor } from '../people/rights';
import { mustRecord, recordAct, stampOf } from '../record-act';
import { done } from '../db/write';
import { findOwnSlip } from './own-slip';

/**
 * Gives back the places that were held too long without the call that their event asks: those parties go to the end of the line, and the
 * line moves up, slot by slot, each in one act. By the software alone; a second process finds nothing left.
 */
export async function releaseHeldPlaces(ctx: Context): Promise<void> {
	const at = ctx.now();
	for (const slotId of await listOverdueSlots(ctx.db, at)) {
		const id = ctx.newId();
		await mustRecord(
			ctx,
			{ at, id, verb: 'releaseHeldPlaces', subject: { type: 'slot', id: slotId }, ofSlot: slotId },
			[insertLapses(ctx.db, slotId, at), ...promoteWaitlist(ctx.db, slotId, id, at)]
		);
	}
}

/**
 * Staff of the event's unit confirms a sign-up, after a call or because it knows the party: its places stay, or, where it was too late, it
 * waits in line again and moves up if there is room.
 */
export async function confirmSignup(
	ctx: Context,
	{ id, signupId }: { id: string; signupId: string }
): Promise<Result<object, 'signup-unknown' | 'not-your-unit' | 'signup-withdrawn'>> {
	const own = await findOwnSlip(ctx, signupId);
	if (!own.ok) return own;
	const { slot, event } = own.found;
	if (!(await mayActFor(ctx, event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const { at, byId } = stampOf(ctx);
	return recordAct(
		ctx,
		{ at, id, verb: 'confirmSignup', subject: { type: 'signup', id: signupId }, unitId: event.unitId },
		[insertSignupConfirmation(ctx.db, { signupId, at, byId }), ...promoteWaitlist(ctx.db, slot.id, id, at)],
		{ 'refusal:signup-withdrawn': 'signup-withdrawn', 'signup_confirmations.signup_id': done } as const
	);
}
