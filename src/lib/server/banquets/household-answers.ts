import { mostOwnAnswers } from '$lib/domain/banquets/household-act';
import type { InferOutput } from 'valibot';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { answerForm, replyForm } from '$lib/forms/banquets/household';
import type { Context } from '../context';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import {
	countAnswers,
	findAnswer,
	insertAnswer,
	insertReply,
	listAnswers
} from '$lib/server/db/banquets/household-answers';
import { hasLanded } from '$lib/server/db/landed-acts';
import { mayActFor, holdsSlip } from '../people/rights';
import { recordAct } from '../record-act';

/**
 * The household answers its own record: asks for a correction, or gives its side. Only the holder of its slip may, not
 * the office in its place. The text is sealed and never in the audit trail.
 */
export async function answerRecord(
	ctx: Context,
	{ id, banquetId, text }: InferOutput<typeof answerForm> & { banquetId: string }
): Promise<Result<object, 'banquet-unknown' | 'not-your-unit' | 'too-many-answers'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	if (!holdsSlip(ctx, banquetId)) return { ok: false, refusal: 'not-your-unit' };
	const isFull = (await countAnswers(ctx.db, banquetId)) >= mostOwnAnswers;
	if (isFull && !(await hasLanded(ctx, { id, subjectId: banquetId })))
		return { ok: false, refusal: 'too-many-answers' };
	const at = ctx.now();
	const textSealed = ctx.keys.seal(text, 'household-answers.text', id);
	return recordAct(
		ctx,
		{ at, id, verb: 'answerRecord', subject: { type: 'banquet', id: banquetId }, unitId: found.banquet.unitId },
		[insertAnswer(ctx.db, { id, banquetId, textSealed, at })]
	);
}

/** A cadre of the banquet's unit replies, once to each answer. */
export async function replyToAnswer(
	ctx: Context,
	{ id, answerId, text }: InferOutput<typeof replyForm>
): Promise<Result<object, 'answer-unknown' | 'not-your-unit' | 'answer-already-replied'>> {
	const found = await findAnswer(ctx.db, answerId);
	if (!found) return { ok: false, refusal: 'answer-unknown' };
	if (!(await mayActFor(ctx, found.unitId))) return { ok: false, refusal: 'not-your-unit' };
	const at = ctx.now();
	const textSealed = ctx.keys.seal(text, 'answer-replies.text', answerId);
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'replyToAnswer',
			subject: { type: 'banquet', id: found.banquetId },
			unitId: found.unitId,
			detail: { answerId }
		},
		[insertReply(ctx.db, { answerId, textSealed, at, byId: actorId(ctx.actor) })],
		{ 'answer_replies.answer_id': 'answer-already-replied' } as const
	);
}

/** All that a household said about its record, oldest first, in clear, with the replies and who gave them. */
export async function readAnswers(ctx: Context, banquetId: string) {
	const { keys } = ctx;
	const rows = await listAnswers(ctx.db, banquetId);
	return rows.map(({ answer, reply, replierId, replierNameSealed }) => ({
		id: answer.id,
		at: answer.at,
		text: keys.open(answer.textSealed, 'household-answers.text', answer.id),
		reply: reply && {
			at: reply.at,
			text: keys.open(reply.textSealed, 'answer-replies.text', answer.id),
			by: replierId && replierNameSealed ? keys.open(replierNameSealed, 'accounts.name', replierId) : null
		}
	}));
}
