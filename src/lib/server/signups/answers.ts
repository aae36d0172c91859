import { readAnswer, type Question } from '$lib/domain/events/question';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { listQuestions, replaceAnswers } from '$lib/server/db/events/questions';
import { findAnswer, recordAct } from '../record-act';
import { findOwnSlip, type FoundSignup } from './own-slip';

/** What one person of a party says to one question; `nth` counts persons from 1, the one who signed up. */
export interface Answer {
	questionId: string;
	nth: number;
	value: string;
}

/** Sealed under what it belongs to, so that an answer moved to another person does not open. */
export const field = 'answers.value';
export const sealedUnder = ({ questionId, signupId, nth }: Omit<Answer, 'value'> & { signupId: string }) =>
	`${questionId}:${signupId}:${nth}`;

/**
 * Records all answers of a party in place of its earlier ones; by the holder of the slip or by staff of the event's
 * unit, until the slot begins. Refusals: a required answer is missing or one is not of its kind (`answers-wrong`: the
 * form says so on the field before), the question was removed, the party has fewer people, the sign-up was withdrawn.
 */
export async function answerQuestions(
	ctx: Context,
	{ id, signupId, answers }: { id: string; signupId: string; answers: readonly Answer[] }
): Promise<
	Result<
		object,
		| 'signup-unknown'
		| 'not-your-unit'
		| 'slot-closed'
		| 'signup-withdrawn'
		| 'answers-wrong'
		| 'question-unknown'
		| 'person-not-in-party'
	>
> {
	const own = await findOwnSlip(ctx, signupId);
	if (!own.ok) return own;
	const answered = await findAnswer(ctx, { id, verb: 'answerQuestions', subjectId: signupId });
	if (answered) return answered;
	const read = await readTyped(ctx, own.found, answers);
	if (!read.ok) return read;
	const at = ctx.now();
	return recordAct(
		ctx,
		{
			at,
			id,
			verb: 'answerQuestions',
			subject: { type: 'signup', id: signupId },
			unitId: own.found.event.unitId,
			detail: { answers: read.answers.length }
		},
		replaceAnswers(
			ctx.db,
			signupId,
			read.answers.map(({ questionId, nth, value }) => {
				const row = { questionId, signupId, nth };
				return { ...row, valueSealed: ctx.keys.seal(value, field, sealedUnder(row)), at };
			})
		),
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:question-unknown': 'question-unknown',
			'refusal:person-not-in-party': 'person-not-in-party'
		} as const
	);
}

/** What the party typed, as it is kept; refused where the time is over or an answer belongs nowhere. */
async function readTyped(
	ctx: Context,
	{ event, slot, signup, cancellation }: FoundSignup,
	answers: readonly Answer[]
): Promise<
	Result<
		{ answers: Answer[] },
		'signup-withdrawn' | 'slot-closed' | 'question-unknown' | 'person-not-in-party' | 'answers-wrong'
	>
> {
	if (signup.status === 'withdrawn') return { ok: false, refusal: 'signup-withdrawn' };
	if (cancellation || ctx.now() >= slot.startsAt) return { ok: false, refusal: 'slot-closed' };
	const questions = await listQuestions(ctx.db, event.id);
	if (answers.some(({ questionId }) => !questions.some((question) => question.id === questionId)))
		return { ok: false, refusal: 'question-unknown' };
	if (answers.some(({ nth }) => nth > signup.partySize)) return { ok: false, refusal: 'person-not-in-party' };
	const read = readParty(questions, signup.partySize, answers);
	return read === null ? { ok: false, refusal: 'answers-wrong' } : { ok: true, answers: read };
}

/** Every answer of the party as it is kept, empty ones left out; null where one is missing or wrong. */
function readParty(questions: readonly Question[], partySize: number, answers: readonly Answer[]): Answer[] | null {
	const kept: Answer[] = [];
	for (const question of questions) {
		for (let nth = 1; nth <= partySize; nth++) {
			const typed = answers.find((answer) => answer.questionId === question.id && answer.nth === nth)?.value ?? '';
			const read = readAnswer(question, typed);
			if (!read.ok) return null;
			if (read.value !== null) kept.push({ questionId: question.id, nth, value: read.value });
		}
	}
	return kept;
}
