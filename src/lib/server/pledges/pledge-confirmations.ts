import type { Result } from '$lib/domain/result';
import { arePledgesWithin, insertPledgeConfirmations } from '$lib/server/db/pledges/unconfirmed-pledges';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { mayActFor } from '../people/rights';

/**
 * A cadre confirms that pledges signed online are of households of their villages: from then on figures count them, by the day they were
 * signed. Those confirmed or withdrawn meanwhile are left out.
 */
export async function confirmPledges(
	ctx: Context,
	{ id, chosen }: { id: string; chosen: readonly string[] }
): Promise<Result<object, 'not-your-unit' | 'pledge-withdrawn'>> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-your-unit' };
	const mayAll = (await mayActFor(ctx, actor.unitId)) && (await arePledgesWithin(ctx.db, actor.unitId, chosen));
	if (!mayAll) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const subject = { type: 'unit', id: actor.unitId };
	return recordAct(
		ctx,
		{ at, id, verb: 'confirmPledges', subject, unitId: actor.unitId, detail: { pledgeIds: chosen } },
		[insertPledgeConfirmations(ctx.db, chosen, { at, byId: actor.accountId })],
		{ 'refusal:pledge-withdrawn': 'pledge-withdrawn' } as const
	);
}
