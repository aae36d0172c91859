import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { villageRuleForm } from '$lib/forms/banquets/village-rule';
import type { Context } from '../context';
import { ruleBeforeAndAfter, upsertVillageRule } from '$lib/server/db/banquets/village-rules';
import { mayActFor } from '../people/rights';
import { recordAct } from '../record-act';

/**
 * Sets the 村规民约 limits of a unit from a day on, by its staff; earlier days keep their rule. The same day again
 * replaces it, and the audit entry keeps the old limits. Limits advise; nothing blocks on them.
 */
export async function setVillageRule(
	ctx: Context,
	command: InferOutput<typeof villageRuleForm>
): Promise<Result<object, 'not-your-unit'>> {
	const { id, unitId, ...limits } = command;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'setVillageRule',
			subject: { type: 'village-rule', id: unitId },
			unitId,
			detail: ruleBeforeAndAfter(unitId, limits.fromOn, limits)
		},
		[upsertVillageRule(ctx.db, { unitId, ...limits, at, byId: actorId(ctx.actor) })]
	);
}
