import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertHygieneNotice } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { done } from '$lib/server/db/write';
import { recordAct, stampOf } from '../record-act';
import { mayActFor } from '../people/rights';

/**
 * Staff of its unit handed the hygiene notice (一条龙卫生提示) to the cook of this banquet. A second time changes nothing.
 */
export async function handOverHygieneNotice(
	ctx: Context,
	{ id, banquetId }: { id: string; banquetId: string }
): Promise<Result<object, 'banquet-unknown' | 'not-your-unit'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const { unitId } = found.banquet;
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb: 'handOverHygieneNotice', subject: { type: 'banquet', id: banquetId }, unitId },
		[insertHygieneNotice(ctx.db, { banquetId, ...stampOf(ctx) })],
		{ 'hygiene_notices.banquet_id': done }
	);
}
