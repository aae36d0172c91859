import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { feedbackForm } from '$lib/forms/lectures/lecture';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/landed-acts';
import { findEvent } from '$lib/server/db/events/events';
import { countFeedback, insertFeedback, listSentences } from '$lib/server/db/lectures/lectures';
import { recordAct } from '../record-act';

export type GiveFeedbackCommand = InferOutput<typeof feedbackForm> & { eventId: string };

/**
 * Says how a lecture was; open to all, without a name. The same form twice is written once. Refusals: it has not
 * begun, or it is over for more than 14 days (or was cancelled); no such published lecture.
 */
export async function giveFeedback(
	ctx: Context,
	{ id, eventId, face, sentence }: GiveFeedbackCommand
): Promise<Result<object, 'not-a-lecture' | 'feedback-not-yet' | 'feedback-closed'>> {
	if (await hasLanded(ctx.db, { id, verb: 'giveFeedback', subjectId: eventId })) return { ok: true };
	const event = await findEvent(ctx.db, eventId);
	if (!event) return { ok: false, refusal: 'not-a-lecture' };
	const sentenceSealed = sentence ? ctx.keys.seal(sentence, 'lecture-feedbacks.sentence', id) : null;
	return recordAct(
		ctx,
		{ id, verb: 'giveFeedback', subject: { type: 'event', id: eventId }, unitId: event.unitId, detail: { face } },
		[insertFeedback(ctx.db, { id, eventId, face, sentenceSealed, at: ctx.now() })],
		{
			'refusal:not-a-lecture': 'not-a-lecture',
			'refusal:feedback-not-yet': 'feedback-not-yet',
			'refusal:feedback-closed': 'feedback-closed'
		}
	);
}

/** What people said of a lecture, for staff: how many of each face, and the sentences. */
export async function readFeedback(ctx: Context, eventId: string) {
	const [counts, rows] = await Promise.all([countFeedback(ctx.db, eventId), listSentences(ctx.db, eventId)]);
	return {
		counts,
		sentences: rows.map(({ sealed, ...row }) => ({
			...row,
			text: ctx.keys.open(sealed, 'lecture-feedbacks.sentence', row.id)
		}))
	};
}
