import { afterEach, beforeEach, expect } from 'vitest';
import type { Question } from '../../../src/lib/domain/events/question';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { addQuestion } from '../../../src/lib/server/events/questions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

export const lift = { kind: 'yes-no', wording: '要不要派车接？', choices: [], isRequired: true } as const;
export const where = { kind: 'choice', wording: '在哪里上车？', choices: ['村口', '车站'], isRequired: false } as const;

export let town: TestTown;
export let eventId: string;
export let slotId: string;
export const id = () => town.ctx.newId();

export async function ask(words: Omit<Question, 'id'>): Promise<string> {
	const questionId = id();
	expect(await addQuestion(town.as('zhou'), { id: questionId, eventId, ...words })).toEqual({ ok: true });
	return questionId;
}

export async function join(partySize: number, companions: string[] = []) {
	const command = { ...newSignup(town, slotId, partySize), companions };
	expect(await signUp(town.visitor, command)).toMatchObject({ ok: true });
	return { signupId: command.id };
}

export const run = (sql: string, args: (string | number)[] = []) => town.ctx.db.$client.execute(sql, args);
export const answersInTable = async () => Number((await run('select count(*) as n from signup_answers')).rows[0]!.n);

export const answer = (signupId: string, answers: [questionId: string, nth: number, value: string][]) =>
	answerQuestions(town.visitor, {
		id: id(),
		signupId,
		answers: answers.map(([questionId, nth, value]) => ({ questionId, nth, value }))
	});

/** Past every service: what the tables themselves hold. */
export const insertAnswer = (questionId: string, signupId: string, nth: number) =>
	run(`insert into signup_answers (question_id, signup_id, nth, value_sealed, at) values (?, ?, ?, 'x', ?)`, [
		questionId,
		signupId,
		nth,
		town.ctx.now()
	]);

/** Every person of a party says yes to a question. */
export const everybody = (questionId: string, people: number) =>
	Array.from({ length: people }, (_, at): [string, number, string] => [questionId, at + 1, 'yes']);

/** Opens a town with a slot before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		({ eventId, slotId } = await openSlot(town, null));
	});
	afterEach(() => town.close());
}
