import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findSignup } from '$lib/server/db/signups/signups';
import { insertLineMove, promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { mayActFor } from '../people/rights';
import { writeAct } from '../record-act';

export interface MoveInLineCommand {
	/** The act's own id. */
	id: string;
	signupId: string;
	/** The place in line the party gets: 1 is next; beyond the end is the end. */
	to: number;
	reason: string;
}

/**
 * Moves a waiting party within its line, by a cadre of the event's unit, who says why: the reason stays with the
 * sign-up. Parties that are then due move up in the same write.
 */
export async function moveInLine(
	ctx: Context,
	{ id, signupId, to, reason }: MoveInLineCommand
): Promise<Result<object, 'signup-unknown' | 'not-your-unit' | 'signup-not-waiting'>> {
	const found = await findSignup(ctx.db, signupId);
	if (!found) return { ok: false, refusal: 'signup-unknown' };
	const byId = actorId(ctx.actor);
	if (byId === null || !(await mayActFor(ctx, found.event.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	return writeAct(
		ctx,
		{
			at,
			id,
			verb: 'moveInLine',
			subject: { type: 'signup', id: signupId },
			unitId: found.event.unitId,
			detail: { to, reason }
		},
		[insertLineMove(ctx.db, { id, signupId, reason, at, byId }, to), ...promoteWaitlist(ctx.db, found.slot.id, id, at)],
		{ 'refusal:signup-not-waiting': 'signup-not-waiting' } as const
	);
}
