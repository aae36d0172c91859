import type { Result } from '$lib/domain/result';
import { findSignup } from '$lib/server/db/signups/signups';
import type { Context } from '../context';
import { mayActOnSlip } from '../people/rights';

/** A sign-up with its slot and event. */
export type FoundSignup = NonNullable<Awaited<ReturnType<typeof findSignup>>>;

/** The sign-up of a slip, for the holder of that slip and for staff of the event's unit. */
export async function findOwnSlip(
	ctx: Context,
	signupId: string
): Promise<Result<{ found: FoundSignup }, 'signup-unknown' | 'not-your-unit'>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	if (!(await mayActOnSlip(ctx, { id: signupId, unitId: found.event.unitId })))
		return { ok: false, refusal: 'not-your-unit' };
	return { ok: true, found };
}
