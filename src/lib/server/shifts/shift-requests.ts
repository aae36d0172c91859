import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findAccount } from '$lib/server/db/people/accounts';
import { insertRequest } from '$lib/server/db/shifts/shift-requests';
import { findClaim } from '$lib/server/db/shifts/shift-claims';
import { isInTownOf } from '$lib/server/db/shifts/within-town';
import { recordAct } from '../record-act';

export interface AskColleagueCommand {
	/** The request's. */
	id: string;
	/** The own shift to hand over. */
	claimId: string;
	/** The colleague's account. */
	toId: string;
	/** The colleague's shift to take in exchange; null: to be relieved of one's own. */
	wantedClaimId: string | null;
}

export type AskColleagueRefusal =
	'shift-not-yours' | 'colleague-unknown' | 'shift-begun' | 'wanted-not-theirs' | 'already-theirs' | 'already-asked';

/** Asks a colleague of the same town to take the own shift over, or to exchange it. Nothing changes before they accept. */
export async function askColleague(
	ctx: Context,
	{ id, claimId, toId, wantedClaimId }: AskColleagueCommand
): Promise<Result<object, AskColleagueRefusal>> {
	const byId = actorId(ctx.actor);
	const [claim, colleague] = await Promise.all([findClaim(ctx.db, claimId), findAccount(ctx.db, toId)]);
	if (!claim || claim.accountId !== byId) return { ok: false, refusal: 'shift-not-yours' };
	if (
		!colleague ||
		colleague.id === byId ||
		colleague.closedAt !== null ||
		!(await isInTownOf(ctx.db, colleague.unitId, claim.unitId))
	)
		return { ok: false, refusal: 'colleague-unknown' };
	const written = await recordAct(
		ctx,
		{
			id,
			verb: 'askColleague',
			subject: { type: 'shift', id: claim.shiftId },
			unitId: claim.unitId,
			detail: { claimId, toId, wantedClaimId }
		},
		[insertRequest(ctx.db, { id, claimId, toId, wantedClaimId, at: ctx.now(), byId })],
		{
			'refusal:shift-not-yours': 'shift-not-yours',
			'refusal:shift-begun': 'shift-begun',
			'refusal:wanted-not-theirs': 'wanted-not-theirs',
			'refusal:already-theirs': 'already-theirs',
			'shift_requests.claim_id': 'already-asked'
		} satisfies Record<string, AskColleagueRefusal>
	);
	return written.ok ? { ok: true } : written;
}
