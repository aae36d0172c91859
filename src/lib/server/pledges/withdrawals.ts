import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findPledge, insertPledgeWithdrawal } from '$lib/server/db/pledges/pledges';
import { mayActOnSlip } from '../people/rights';
import { recordAct } from '../record-act';
import { done } from '../db/write';

export interface WithdrawPledgeCommand {
	/** The act's own id. */
	id: string;
	pledgeId: string;
}

/**
 * Withdraws a pledge from today on, by the holder of the slip or by staff of the village. Withdrawing twice is one
 * withdrawal; the phone may sign again afterwards.
 */
export async function withdrawPledge(
	ctx: Context,
	{ id, pledgeId }: WithdrawPledgeCommand
): Promise<Result<object, 'pledge-unknown' | 'not-your-unit' | 'withdrawn-before-signed'>> {
	const found = await findPledge(ctx.db, pledgeId);
	if (!found) return { ok: false, refusal: 'pledge-unknown' };
	const unitId = found.pledge.villageId;
	if (!(await mayActOnSlip(ctx, { id: pledgeId, unitId }))) return { ok: false, refusal: 'not-your-unit' };
	if (found.pledge.isWithdrawn) return { ok: true };
	const at = ctx.now();
	const withdrawal = { pledgeId, withdrawnOn: ctx.today(), at, byId: actorId(ctx.actor) };
	return recordAct(
		ctx,
		{ at, id, verb: 'withdrawPledge', subject: { type: 'pledge', id: pledgeId }, unitId },
		[insertPledgeWithdrawal(ctx.db, withdrawal)],
		{ 'pledge_withdrawals.pledge_id': done, 'refusal:withdrawn-before-signed': 'withdrawn-before-signed' } as const
	);
}
