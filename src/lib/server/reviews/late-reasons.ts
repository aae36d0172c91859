import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findLateAct, insertLateReason } from '$lib/server/db/reviews/late-records';
import { recordAct, stampOf } from '../record-act';
import { mayAdminister } from '../people/rights';

export interface GiveLateReasonCommand {
	/** Of the reason and of the act that gives it. */
	id: string;
	/** The late act. */
	actId: string;
	reason: string;
}

/**
 * Says why a record of a closed period came or changed late: by the account that did it, or by the administrator of
 * the unit.
 */
export async function giveLateReason(
	ctx: Context,
	{ id, actId, reason }: GiveLateReasonCommand
): Promise<Result<object, 'not-your-unit' | 'late-act-unknown'>> {
	const act = await findLateAct(ctx.db, actId);
	if (!act) return { ok: false, refusal: 'late-act-unknown' };
	const isOwn = ctx.actor.kind === 'account' && ctx.actor.accountId === act.byId;
	const unitId = act.unitIds[0]!;
	if (!isOwn && !(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(ctx, { id, verb: 'giveLateReason', subject: { type: 'late-act', id: actId }, unitId, reason }, [
		insertLateReason(ctx.db, { id, actId, reason, ...stampOf(ctx) })
	]);
}
