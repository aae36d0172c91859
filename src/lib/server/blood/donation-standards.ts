import type { StandardId } from '$lib/domain/blood/donation-standard';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertStandardSetting } from '$lib/server/db/blood/donation-standards';
import { recordAct, stampOf } from '../record-act';
import { mayAdministerAll } from '../people/rights';

/**
 * Sets from which day (YYYY-MM-DD, also one that is past) a donation standard holds. A wrong day is corrected by
 * another setting: of two from the same day the later made one holds.
 */
export async function setDonationStandard(
	ctx: Context,
	{ id, standard, fromOn }: { id: string; standard: StandardId; fromOn: string }
): Promise<Result<object, 'not-your-unit'>> {
	if (!(await mayAdministerAll(ctx))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb: 'setDonationStandard', subject: { type: 'donation-standard', id }, detail: { standard, fromOn } },
		[insertStandardSetting(ctx.db, { id, standard, fromOn, ...stampOf(ctx) })]
	);
}
