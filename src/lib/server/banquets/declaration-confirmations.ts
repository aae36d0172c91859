import type { Result } from '$lib/domain/result';
import { areBanquetsWithin, insertBanquetConfirmations } from '$lib/server/db/banquets/declaration-confirmations';
import type { Context } from '../context';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor } from '../people/rights';

/**
 * A cadre confirms that households' own declarations are true: from then on figures count them, with the tables that are planned now. Those
 * confirmed or struck out meanwhile are left out.
 */
export async function confirmDeclarations(
	ctx: Context,
	{ id, chosen }: { id: string; chosen: readonly string[] }
): Promise<Result<object, 'not-your-unit'>> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-your-unit' };
	const mayAll = (await mayActFor(ctx, actor.unitId)) && (await areBanquetsWithin(ctx.db, actor.unitId, chosen));
	if (!mayAll) return { ok: false, refusal: 'not-your-unit' };
	const subject = { type: 'unit', id: actor.unitId };
	return recordAct(
		ctx,
		{ id, verb: 'confirmDeclarations', subject, unitId: actor.unitId, detail: { banquetIds: chosen } },
		[insertBanquetConfirmations(ctx.db, chosen, stampOf(ctx))]
	);
}

/**
 * What staff records about a household's own declaration confirms it too: a visit, an outcome, a correction. After an outcome it comes too
 * late to save anything. Statements for the same write; none for a visitor.
 */
export const confirmBy = (ctx: Context, banquetId: string): Statements =>
	ctx.actor.kind === 'account' ? [insertBanquetConfirmations(ctx.db, [banquetId], stampOf(ctx))] : [];
