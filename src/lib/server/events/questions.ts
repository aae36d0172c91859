import { moveByOne, type Question } from '$lib/domain/events/question';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import type { EventRecord } from '$lib/server/db/events/events';
import {
	insertQuestion,
	insertQuestionRemoval,
	listQuestions,
	updateOrder,
	updateQuestion,
	type AskedQuestion
} from '$lib/server/db/events/questions';
import type { Act } from '$lib/server/db/write';
import { findOpen, type Closed, type NotMine } from './event-acts';
import { recordAct, stampOf } from '../record-act';

/** What a question says; `choices` belong to the kind (domain `areChoicesOf`). */
export type QuestionWords = Omit<Question, 'id'>;

interface OnQuestion {
	/** The act's own id. */
	id: string;
	eventId: string;
	questionId: string;
}

export type AddQuestionCommand = QuestionWords & { id: string; eventId: string };
export type MendQuestionCommand = QuestionWords & OnQuestion;
export type MoveQuestionCommand = OnQuestion & { towards: 'up' | 'down' };

/** Asks one more question of everyone who signs up, after the others; its id is the command's. At most five are in force. */
export async function addQuestion(
	ctx: Context,
	{ id, eventId, ...words }: AddQuestionCommand
): Promise<Result<object, NotMine | Closed | 'too-many-questions'>> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const stamp = stampOf(ctx);
	return recordAct(
		ctx,
		{ ...act('addQuestion', id, found.event), detail: { ...words } },
		[insertQuestion(ctx.db, { id, eventId, ...words, ...stamp })],
		{ 'refusal:too-many-questions': 'too-many-questions' } as const
	);
}

/** Corrects a question. Once it has an answer, its kind and choices stay; its wording may still change. */
export async function mendQuestion(
	ctx: Context,
	{ id, eventId, questionId, ...words }: MendQuestionCommand
): Promise<Result<object, NotMine | Closed | 'question-unknown' | 'question-has-answers'>> {
	const found = await findAsked(ctx, { id, eventId, questionId });
	if (!found.ok) return found;
	const { wording, kind, choices, isRequired } = found.question;
	return recordAct(
		ctx,
		{
			...act('mendQuestion', id, found.event),
			detail: { questionId, before: { wording, kind, choices, isRequired }, after: words }
		},
		[updateQuestion(ctx.db, questionId, words)],
		{
			'refusal:question-has-answers': 'question-has-answers',
			'refusal:question-unknown': 'question-unknown'
		} as const
	);
}

/** Moves a question one place up or down; at the end of the list it stays. */
export async function moveQuestion(
	ctx: Context,
	{ towards, ...command }: MoveQuestionCommand
): Promise<Result<object, NotMine | Closed | 'question-unknown'>> {
	const found = await findAsked(ctx, command);
	if (!found.ok) return found;
	const order = moveByOne(found.questions, found.question, towards).map(({ id }) => id);
	const { id, questionId } = command;
	return recordAct(
		ctx,
		{ ...act('moveQuestion', id, found.event), detail: { questionId, towards } },
		updateOrder(ctx.db, order)
	);
}

/** Removes a question and deletes its answers. A second time changes nothing. */
export async function removeQuestion(ctx: Context, command: OnQuestion): Promise<Result<object, NotMine | Closed>> {
	const found = await findAsked(ctx, command);
	if (!found.ok) return found.refusal === 'question-unknown' ? { ok: true } : { ok: false, refusal: found.refusal };
	const { id, questionId } = command;
	const written = await recordAct(
		ctx,
		{ ...act('removeQuestion', id, found.event), detail: { questionId, answers: found.question.answers } },
		[insertQuestionRemoval(ctx.db, questionId, stampOf(ctx))],
		{ 'event_question_removals.question_id': 'question-unknown' } as const
	);
	return written.ok ? written : { ok: true };
}

type FoundQuestion =
	| { ok: true; event: EventRecord; question: AskedQuestion; questions: AskedQuestion[] }
	| { ok: false; refusal: NotMine | Closed | 'question-unknown' };

async function findAsked(ctx: Context, { id, eventId, questionId }: OnQuestion): Promise<FoundQuestion> {
	const found = await findOpen(ctx, { id, eventId });
	if (!found.ok) return found;
	const questions = await listQuestions(ctx.db, eventId);
	const question = questions.find((own) => own.id === questionId);
	return question ? { ...found, question, questions } : { ok: false, refusal: 'question-unknown' };
}

const act = (verb: string, id: string, { id: eventId, unitId }: EventRecord): Act => ({
	id,
	verb,
	subject: { type: 'event', id: eventId },
	unitId
});
