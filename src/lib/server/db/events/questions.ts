import { and, asc, eq, sql } from 'drizzle-orm';
import type { Question } from '$lib/domain/events/question';
import type { Database } from '../client';
import type { Stamp, Statement } from '../statement';
import { eventQuestionRemovals, eventQuestions, signupAnswers } from '../schema/signups/questions';
import { signups } from '../schema/signups/signups';

type Words = Omit<Question, 'id'>;

export interface AskedQuestion extends Question {
	eventId: string;
	/** Answers of people given so far. */
	answers: number;
}

const inForce = sql`not exists (select 1 from event_question_removals r where r.question_id = ${eventQuestions.id})`;

/** The questions an event asks now, in their order. */
export async function listQuestions(db: Database, eventId: string): Promise<AskedQuestion[]> {
	const rows = await db
		.select({
			id: eventQuestions.id,
			eventId: eventQuestions.eventId,
			kind: eventQuestions.kind,
			wording: eventQuestions.wording,
			choices: eventQuestions.choices,
			isRequired: eventQuestions.isRequired,
			answers: sql<number>`(select count(*) from signup_answers where question_id = ${eventQuestions.id})`
		})
		.from(eventQuestions)
		.where(and(eq(eventQuestions.eventId, eventId), inForce))
		.orderBy(asc(eventQuestions.nth), asc(eventQuestions.id));
	return rows.map((row) => ({ ...row, choices: row.choices ?? [] }));
}

/** How many questions each person of the row's sign-up is asked; needs `signups`. None of one that was withdrawn. */
export const asked =
	sql<number>`(select count(*) from slots asking join event_questions q on q.event_id = asking.event_id
	where asking.id = ${signups.slotId} and ${signups.status} <> 'withdrawn'
		and not exists (select 1 from event_question_removals r where r.question_id = q.id))`.mapWith(Number);

/** How many required answers of the row's sign-up are missing; needs `signups`. Nothing is asked of one that was withdrawn. */
export const unanswered = sql<number>`(select coalesce(sum(${signups.partySize} - (
		select count(*) from signup_answers a where a.question_id = q.id and a.signup_id = ${signups.id}
	)), 0) from slots asking join event_questions q on q.event_id = asking.event_id
	where asking.id = ${signups.slotId} and q.is_required and ${signups.status} <> 'withdrawn'
		and not exists (select 1 from event_question_removals r where r.question_id = q.id))`.mapWith(Number);

/** The answers of one sign-up, still sealed. */
export const listAnswersOfSignup = (db: Database, signupId: string) =>
	db.select().from(signupAnswers).where(eq(signupAnswers.signupId, signupId));

/** The new question comes last. */
export function insertQuestion(db: Database, question: Question & { eventId: string } & Stamp): Statement {
	const last = sql`coalesce((select max(nth) from event_questions where event_id = ${question.eventId}), 0)`;
	return db.insert(eventQuestions).values({ ...question, ...choicesOf(question), nth: sql`${last} + 1` });
}

export const updateQuestion = (db: Database, id: string, words: Words): Statement =>
	db
		.update(eventQuestions)
		.set({ ...words, ...choicesOf(words) })
		.where(eq(eventQuestions.id, id));

/** Puts the questions of an event into this order. */
export const updateOrder = (db: Database, ids: readonly string[]): Statement[] =>
	ids.map((id, at) =>
		db
			.update(eventQuestions)
			.set({ nth: at + 1 })
			.where(eq(eventQuestions.id, id))
	);

export const insertQuestionRemoval = (db: Database, questionId: string, stamp: Stamp): Statement =>
	db.insert(eventQuestionRemovals).values({ questionId, ...stamp });

/** Deletes all earlier answers of a sign-up, before its new ones. */
export const replaceAnswers = (
	db: Database,
	signupId: string,
	answers: (typeof signupAnswers.$inferInsert)[]
): Statement[] => [
	db.delete(signupAnswers).where(eq(signupAnswers.signupId, signupId)),
	...answers.map((answer) => db.insert(signupAnswers).values(answer))
];

const choicesOf = ({ kind, choices }: Words) => ({ choices: kind === 'choice' ? [...choices] : null });
