import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findLateAct, insertLateReason } from '$lib/server/db/reviews/late-records';
import { recordAct, stampOf } from '../record-act';
import { mayAdminister } from '../people/rights';

export interface GiveLateReasonCommand {
	/** Of the act that gives it. */
	id: string;
	/** The late acts, one or more: several may have the same reason. */
	actIds: readonly string[];
	reason: string;
}

/**
 * Says why records of a closed period came or changed late: by the account that did it, or by the administrator of
 * the unit. One reason may be of several acts; it is of all of them or of none.
 */
export async function giveLateReason(
	ctx: Context,
	{ id, actIds, reason }: GiveLateReasonCommand
): Promise<Result<object, 'not-your-unit' | 'late-act-unknown'>> {
	const acts = await Promise.all(actIds.map((actId) => findLateAct(ctx.db, actId)));
	const [first] = acts;
	if (!first || acts.includes(null)) return { ok: false, refusal: 'late-act-unknown' };
	for (const act of acts) {
		const isOwn = ctx.actor.kind === 'account' && ctx.actor.accountId === act!.byId;
		if (!isOwn && !(await mayAdminister(ctx, act!.unitIds[0]!))) return { ok: false, refusal: 'not-your-unit' };
	}
	return recordAct(
		ctx,
		{
			...{ id, verb: 'giveLateReason', unitId: first.unitIds[0]!, reason },
			subject: { type: 'late-act', id: actIds[0]! },
			...(actIds.length > 1 && { detail: { acts: actIds } })
		},
		actIds.map((actId, nth) =>
			insertLateReason(ctx.db, { id: nth === 0 ? id : ctx.newId(), actId, reason, ...stampOf(ctx) })
		)
	);
}
