import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { insertWithdrawal, updateParty } from '$lib/server/db/signups/signups';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { findOwnSlip } from './own-slip';
import { recordAct, recordOnce } from '../record-act';

export interface SignupAct {
	/** The act's own id. */
	id: string;
	signupId: string;
}

/**
 * Gives the places back and moves up the head of the waitlist in the same write. By the holder of the slip or by staff
 * of the event's unit. Done once: who comes second is refused.
 */
export async function withdrawSignup(
	ctx: Context,
	{ id, signupId }: SignupAct
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'signup-withdrawn-already'
		| 'slot-closed'
		| 'checked-in-already'
		| 'has-result'
	>
> {
	const own = await findOwnSlip(ctx, signupId);
	if (!own.ok) return own;
	const { found } = own;
	const at = ctx.now();
	return recordOnce(
		ctx,
		{
			isDone: found.signup.status === 'withdrawn',
			unique: 'signup_withdrawals.signup_id',
			refusal: 'signup-withdrawn-already'
		},
		{ at, id, verb: 'withdrawSignup', subject: { type: 'signup', id: signupId }, unitId: found.event.unitId },
		[insertWithdrawal(ctx.db, signupId, at, actorId(ctx.actor)), ...promoteWaitlist(ctx.db, found.slot.id, id, at)],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:checked-in-already': 'checked-in-already',
			'refusal:has-result': 'has-result'
		} as const
	);
}

/**
 * Changes how many people come (1–6), and whether some may go first when there is no room for all. Fewer: the line
 * moves up in the same write. More: only when there is room and no one waits (or the event lets smaller parties pass),
 * else the party stays as it was.
 */
export async function changeParty(
	ctx: Context,
	{ id, signupId, partySize, acceptsSome }: SignupAct & { partySize: number; acceptsSome?: boolean }
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'checked-in-already'
		| 'slot-full'
		| 'party-larger-than-slot'
		| 'one-person-each'
		| 'others-are-waiting'
		| 'signup-withdrawn'
		| 'some-placed-already'
	>
> {
	const own = await findOwnSlip(ctx, signupId);
	if (!own.ok) return own;
	const { found } = own;
	const at = ctx.now();
	const isReplay = () => hasLanded(ctx, { id, subjectId: signupId });
	if (at >= found.slot.startsAt && !(await isReplay())) return { ok: false, refusal: 'slot-closed' };
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'changeParty',
			subject: { type: 'signup', id: signupId },
			unitId: found.event.unitId,
			detail: { before: found.signup.partySize, after: partySize, ...(acceptsSome !== undefined && { acceptsSome }) }
		},
		[
			updateParty(ctx.db, signupId, partySize, acceptsSome ?? found.signup.acceptsSome),
			...promoteWaitlist(ctx.db, found.slot.id, id, at)
		],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:checked-in-already': 'checked-in-already',
			'refusal:others-are-waiting': 'others-are-waiting',
			'refusal:signup-withdrawn': 'signup-withdrawn',
			'refusal:party-larger-than-slot': 'party-larger-than-slot',
			'refusal:one-person-each': 'one-person-each',
			slots_taken_within_capacity: 'slot-full',
			signups_granted: 'some-placed-already'
		} as const
	);
}
