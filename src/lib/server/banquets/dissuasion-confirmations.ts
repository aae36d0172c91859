import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findDissuasion, insertConfirmation } from '$lib/server/db/banquets/dissuasions';
import { mayActFor } from '../people/rights';
import { standsRemoved } from './banquets';
import { recordAct } from '../record-act';

/**
 * A second person confirms that the dissuasion is as recorded. The database refuses the one who recorded it
 * (`same-person`), and a second confirmation.
 */
export async function confirmDissuasion(
	ctx: Context,
	{ id, dissuasionId }: { id: string; dissuasionId: string }
): Promise<
	Result<
		object,
		| 'dissuasion-unknown'
		| 'not-your-unit'
		| 'same-person'
		| 'dissuasion-already-confirmed'
		| 'banquet-removed'
		| 'month-checked-zero'
	>
> {
	const found = await findDissuasion(ctx.db, dissuasionId);
	if (!found) return { ok: false, refusal: 'dissuasion-unknown' };
	const byId = actorId(ctx.actor);
	if (byId === null || !(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'confirmDissuasion',
			subject: { type: 'banquet', id: found.banquet.id },
			unitId: found.banquet.unitId,
			detail: { dissuasionId, outcome: found.dissuasion.outcome }
		},
		[insertConfirmation(ctx.db, dissuasionId, at, byId)],
		{
			'refusal:same-person': 'same-person',
			'dissuasion_confirmations.dissuasion_id': 'dissuasion-already-confirmed',
			...standsRemoved
		} as const
	);
}
