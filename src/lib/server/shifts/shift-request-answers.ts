import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { answersBy, type RequestAnswer } from '$lib/domain/shifts/shift-request';
import type { Context } from '../context';
import { findRequest, insertAnswer } from '$lib/server/db/shifts/shift-requests';
import { insertClaim, insertRelease } from '$lib/server/db/shifts/shift-claims';
import { promoteFreed } from './shift-claims';
import { recordAct } from '../record-act';

export interface AnswerRequestCommand {
	/** The id of the act, and of the claim when the request is accepted. */
	id: string;
	requestId: string;
	answer: RequestAnswer;
}

export type AnswerRequestRefusal =
	'request-not-yours' | 'request-closed' | 'shift-begun' | 'shift-closed' | 'shift-overlaps' | 'already-yours';

/**
 * The colleague accepts or declines, or the asker takes the request back. Accepting changes both claims in the same
 * write. Then the waiting lists of the two move up where a shift of theirs no longer blocks them.
 */
export async function answerRequest(
	ctx: Context,
	{ id, requestId, answer }: AnswerRequestCommand
): Promise<Result<object, AnswerRequestRefusal>> {
	const request = await findRequest(ctx.db, requestId);
	const byId = actorId(ctx.actor);
	if (!request || byId !== (answersBy(answer) === 'asker' ? request.byId : request.toId))
		return { ok: false, refusal: 'request-not-yours' };
	const stamp = { at: ctx.now(), byId };
	const written = await recordAct(
		ctx,
		{
			at: stamp.at,
			id,
			verb: 'answerRequest',
			subject: { type: 'shift', id: request.shiftId },
			unitId: request.unitId,
			detail: { requestId, answer }
		},
		[
			insertAnswer(ctx.db, { requestId, answer, ...stamp }),
			...(answer === 'accepted' ? await handOver(ctx, request, id, stamp) : [])
		],
		{
			'refusal:request-closed': 'request-closed',
			'refusal:request-not-yours': 'request-not-yours',
			'shift_answers.request_id': 'request-closed',
			'shift_releases.claim_id': 'request-closed',
			'refusal:shift-begun': 'shift-begun',
			'refusal:shift-closed': 'shift-closed',
			'refusal:shift-overlaps': 'shift-overlaps',
			'shift_claims.account_id': 'already-yours'
		} satisfies Record<string, AnswerRequestRefusal>
	);
	return written.ok ? { ok: true } : written;
}

async function handOver(
	ctx: Context,
	request: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
	id: string,
	stamp: { at: number; byId: string | null }
) {
	const { id: requestId, claimId, wantedClaimId, shiftId, wantedShiftId, toId } = request;
	const askerId = request.byId!;
	const claim = (claimId: string, shiftId: string, accountId: string) =>
		insertClaim(ctx.db, { id: claimId, shiftId, accountId, requestId, ...stamp });
	return [
		insertRelease(ctx.db, { claimId, ...stamp }),
		...(wantedClaimId ? [insertRelease(ctx.db, { claimId: wantedClaimId, ...stamp })] : []),
		claim(id, shiftId, toId),
		...(wantedShiftId ? [claim(ctx.newId(), wantedShiftId, askerId)] : []),
		...(await promoteFreed(ctx, wantedClaimId ? [askerId, toId] : [askerId], null, id))
	];
}
