import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findPledge, insertPledgeWithdrawal } from '$lib/server/db/pledges/pledges';
import { mayActOnSlip } from '../people/rights';
import { recordOnce } from '../record-act';

export interface WithdrawPledgeCommand {
	/** The act's own id. */
	id: string;
	pledgeId: string;
}

/**
 * Withdraws a pledge from today on, by the holder of the slip or by staff of the village. It is done
 * once: who comes second is refused. The phone may sign again afterwards.
 */
export async function withdrawPledge(
	ctx: Context,
	{ id, pledgeId }: WithdrawPledgeCommand
): Promise<Result<object, 'pledge-unknown' | 'not-your-unit' | 'pledge-withdrawn' | 'withdrawn-before-signed'>> {
	const found = await findPledge(ctx.db, pledgeId);
	if (!found) return { ok: false, refusal: 'pledge-unknown' };
	const unitId = found.pledge.villageId;
	if (!(await mayActOnSlip(ctx, { id: pledgeId, unitId }))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const withdrawal = { pledgeId, withdrawnOn: ctx.today(), at, byId: actorId(ctx.actor) };
	return recordOnce(
		ctx,
		{ isDone: found.pledge.isWithdrawn, unique: 'pledge_withdrawals.pledge_id', refusal: 'pledge-withdrawn' },
		{ at, id, verb: 'withdrawPledge', subject: { type: 'pledge', id: pledgeId }, unitId },
		[insertPledgeWithdrawal(ctx.db, withdrawal)],
		{ 'refusal:withdrawn-before-signed': 'withdrawn-before-signed' } as const
	);
}
