import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findPledge, insertPledgeRenewal } from '$lib/server/db/pledges/pledges';
import { findTextInForce } from '$lib/server/db/pledges/pledge-texts';
import { recordAct, stampOf } from '../record-act';
import { mayActOnSlip } from '../people/rights';

export interface RenewPledgeCommand {
	/** The act's own id, and the renewal's. */
	id: string;
	pledgeId: string;
	/** The text that was on the page. */
	textId: string;
	/** The day on the paper; today for the holder of the slip. */
	renewedOn?: string;
}
export type RenewPledgeRefusal =
	| 'pledge-unknown'
	| 'not-your-unit'
	| 'pledge-withdrawn'
	| 'pledge-text-replaced'
	| 'pledge-text-not-newer'
	| 'pledge-text-not-yet'
	| 'date-in-future';

/**
 * Takes a pledge over to the text in force today, by the holder of the slip or by staff of the village. The earlier
 * signature stays as it was; without renewal it stays in force. Renewing twice is one renewal.
 */
export async function renewPledge(
	ctx: Context,
	{ id, pledgeId, textId, renewedOn = ctx.today() }: RenewPledgeCommand
): Promise<Result<object, RenewPledgeRefusal>> {
	const found = await findPledge(ctx.db, pledgeId);
	if (!found) return { ok: false, refusal: 'pledge-unknown' };
	const { villageId, audience, signedOn } = found.pledge;
	if (!(await mayActOnSlip(ctx, { id: pledgeId, unitId: villageId }))) return { ok: false, refusal: 'not-your-unit' };
	if (renewedOn > ctx.today()) return { ok: false, refusal: 'date-in-future' };
	if (found.text.id === textId && !found.pledge.isWithdrawn) return { ok: true };
	const inForce = await findTextInForce(ctx.db, audience, ctx.today());
	if (inForce?.id !== textId) return { ok: false, refusal: 'pledge-text-replaced' };
	const subject = { type: 'pledge', id: pledgeId };
	const detail = { audience, before: found.text.number, after: inForce.number, signedOn, renewedOn };
	return recordAct(
		ctx,
		{ id, verb: 'renewPledge', subject, unitId: villageId, detail },
		[insertPledgeRenewal(ctx.db, { id, pledgeId, textId, renewedOn, ...stampOf(ctx) })],
		{
			'refusal:pledge-withdrawn': 'pledge-withdrawn',
			'refusal:pledge-text-not-yet': 'pledge-text-not-yet',
			'refusal:pledge-text-not-newer': 'pledge-text-not-newer'
		}
	);
}
