import type { SignupStatus } from '$lib/domain/signups/signup';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertCheckIn } from '$lib/server/db/check-in/check-ins';
import { findDoor } from '$lib/server/db/check-in/door';
import { findSignup } from '$lib/server/db/signups/signups';
import { stampOf } from '../record-act';
import { mayWorkDoor } from '../people/rights';
import { signupStatements } from '../signups/signup-row';
import { type CheckInRefusal, recordAtDoor, actOn } from './door-act';

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
		{ status: SignupStatus; position: number | null },
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
	return { ok: true, status: found!.signup.status, position: found!.position };
}
