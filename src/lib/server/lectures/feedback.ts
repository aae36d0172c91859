import type { InferOutput } from 'valibot';
import type { Result } from '$lib/domain/result';
import type { feedbackForm } from '$lib/forms/lectures/lecture';
import type { Context } from '../context';
import { findEvent } from '$lib/server/db/events/events';
import { countFeedback, insertFeedback, listSentences } from '$lib/server/db/lectures/lectures';
import { insertFeedbackSlip, listFeedbackSlips, readFeedbackReach } from '$lib/server/db/lectures/feedback-slips';
import { holdsSlip } from '../people/rights';
import { findAnswer, recordAct } from '../record-act';

export type GiveFeedbackCommand = InferOutput<typeof feedbackForm> & {
	eventId: string;
	/** The slip with which it is given; null: this browser has none of the lecture. */
	signupId: string | null;
};

/**
 * Says how a lecture was, once a slip, by its holder after people of its party were checked in; without a name: that the slip spoke is
 * recorded apart from what was said. The same form twice is written once. Refusals: it has not begun, or it is over for more than 14 days
 * (or was cancelled); no such published lecture; no slip of it, no one of the party came, or the slip has spoken.
 */
export async function giveFeedback(
	ctx: Context,
	{ id, eventId, signupId, face, sentence }: GiveFeedbackCommand
): Promise<
	Result<
		object,
		| 'not-a-lecture'
		| 'feedback-not-yet'
		| 'feedback-closed'
		| 'feedback-slip-missing'
		| 'feedback-not-there'
		| 'feedback-given'
	>
> {
	const answered = await findAnswer(ctx, { id, verb: 'giveFeedback', subjectId: eventId });
	if (answered) return answered;
	const event = await findEvent(ctx.db, eventId);
	if (event?.kind !== 'lecture') return { ok: false, refusal: 'not-a-lecture' };
	if (signupId === null || !holdsSlip(ctx, signupId)) return { ok: false, refusal: 'feedback-slip-missing' };
	const sentenceSealed = sentence ? ctx.keys.seal(sentence, 'lecture-feedbacks.sentence', id) : null;
	return recordAct(
		ctx,
		{ id, verb: 'giveFeedback', subject: { type: 'event', id: eventId }, unitId: event.unitId, detail: { face } },
		[
			insertFeedbackSlip(ctx.db, { signupId, eventId }),
			insertFeedback(ctx.db, { id, eventId, face, sentenceSealed, isFromSlip: true, at: ctx.now() })
		],
		{
			'refusal:not-a-lecture': 'not-a-lecture',
			'refusal:feedback-not-yet': 'feedback-not-yet',
			'refusal:feedback-closed': 'feedback-closed',
			'refusal:feedback-not-there': 'feedback-not-there',
			'feedback_slips.signup_id': 'feedback-given'
		}
	);
}

/** What people said of a lecture, for staff: how many of each face, of how many asked, and the sentences. */
export async function readFeedback(ctx: Context, eventId: string) {
	const [counts, rows, reach] = await Promise.all([
		countFeedback(ctx.db, eventId),
		listSentences(ctx.db, eventId),
		readFeedbackReach(ctx.db, eventId)
	]);
	return {
		...reach,
		counts,
		sentences: rows.map(({ sealed, ...row }) => ({
			...row,
			text: ctx.keys.open(sealed, 'lecture-feedbacks.sentence', row.id)
		}))
	};
}

/**
 * With which of a browser's slips feedback of a lecture may be given: `may` with the first that can, else why none can. `none`: it has no
 * slip of the lecture.
 */
export async function chooseFeedbackSlip(ctx: Context, eventId: string, ids: readonly string[]) {
	const slips = await listFeedbackSlips(ctx.db, eventId, ids);
	const may = slips.find(({ hasCome, hasSpoken }) => hasCome && !hasSpoken);
	if (may) return { state: 'may', signupId: may.id } as const;
	const state = slips.some(({ hasSpoken }) => hasSpoken) ? 'given' : slips.length > 0 ? 'not-there' : 'none';
	return { state, signupId: null } as const;
}
