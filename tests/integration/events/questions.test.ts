import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/lib/domain/events/question';
import {
	answerQuestions,
	exportAnswers,
	readEventAnswers,
	readPartyAnswers
} from '../../../src/lib/server/signups/answers';
import { countUnanswered, listQuestions } from '../../../src/lib/server/db/events/questions';
import { listParties } from '../../../src/lib/server/db/check-in/check-ins';
import { findSignup, listSignupsOfSlot } from '../../../src/lib/server/db/signups/signups';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { cancelEvent } from '../../../src/lib/server/events/events';
import { addQuestion, mendQuestion, moveQuestion, removeQuestion } from '../../../src/lib/server/events/questions';
import { changeParty, signUp, withdrawSignup } from '../../../src/lib/server/signups/signups';
import { countEntries, newSignup, openSlot } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

const lift = { kind: 'yes-no', wording: '要不要派车接？', choices: [], isRequired: true } as const;
const where = { kind: 'choice', wording: '在哪里上车？', choices: ['村口', '车站'], isRequired: false } as const;

let town: TestTown;
let eventId: string;
let slotId: string;
const id = () => town.ctx.newId();

beforeEach(async () => {
	town = await openTestTown();
	({ eventId, slotId } = await openSlot(town, null));
});
afterEach(() => town.close());

describe('the questions of an event', () => {
	it('are asked in the order they were added, until they are moved', async () => {
		const [first, second] = [await ask(lift), await ask(where)];
		expect(await order()).toEqual([first, second]);
		const command = { id: id(), eventId, questionId: second, towards: 'up' as const };
		expect(await moveQuestion(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await moveQuestion(town.as('zhou'), command), 'sent twice it moves once').toEqual({ ok: true });
		expect(await order()).toEqual([second, first]);
		expect(await countEntries(town, 'moveQuestion')).toBe(1);
	});

	it('sent twice are asked once', async () => {
		const command = { id: id(), eventId, ...lift };
		await addQuestion(town.as('zhou'), command);
		expect(await addQuestion(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await order()).toHaveLength(1);
	});

	it('are five at most; one that was removed makes room', async () => {
		for (let nth = 0; nth < 5; nth++) await ask(lift);
		const sixth = () => addQuestion(town.as('zhou'), { id: id(), eventId, ...lift });
		expect(await sixth()).toEqual({ ok: false, refusal: 'too-many-questions' });
		await removeQuestion(town.as('zhou'), { id: id(), eventId, questionId: (await order())[0]! });
		expect(await sixth()).toEqual({ ok: true });
	});

	it('belong to the cadres of its unit', async () => {
		const questionId = await ask(lift);
		const foreign = { ok: false, refusal: 'not-your-unit' };
		for (const ctx of [town.as('liu'), town.as('mei'), town.visitor]) {
			expect(await addQuestion(ctx, { id: id(), eventId, ...lift })).toEqual(foreign);
			expect(await mendQuestion(ctx, { id: id(), eventId, questionId, ...lift })).toEqual(foreign);
			expect(await moveQuestion(ctx, { id: id(), eventId, questionId, towards: 'up' })).toEqual(foreign);
			expect(await removeQuestion(ctx, { id: id(), eventId, questionId })).toEqual(foreign);
			expect(await exportAnswers(ctx, { id: id(), eventId })).toEqual(foreign);
		}
		expect(await countEntries(town, 'exportAnswers')).toBe(0);
	});

	it('of another event are not found, and neither is an unknown event', async () => {
		const other = await openSlot(town, null);
		const questionId = await ask(lift);
		const elsewhere = { id: id(), eventId: other.eventId, questionId };
		expect(await mendQuestion(town.as('zhou'), { ...elsewhere, ...lift })).toMatchObject({
			refusal: 'question-unknown'
		});
		expect(await addQuestion(town.as('zhou'), { id: id(), eventId: id(), ...lift })).toMatchObject({
			refusal: 'event-not-found'
		});
	});

	it('once answered keep kind and choices, by whatever path, and may have their wording mended', async () => {
		const questionId = await ask(where);
		const { signupId } = await join(1);
		await answer(signupId, [[questionId, 1, '村口']]);
		const mend = (words: Omit<Question, 'id'>) =>
			mendQuestion(town.as('zhou'), { id: id(), eventId, questionId, ...words });
		expect(await mend({ ...where, choices: ['村口', '别处'] })).toMatchObject({ refusal: 'question-has-answers' });
		expect(await mend({ ...lift })).toMatchObject({ refusal: 'question-has-answers' });
		await expect(run(`update event_questions set kind = 'text', choices = null`)).rejects.toThrow(
			'question-has-answers'
		);
		expect(await mend({ ...where, wording: '在哪儿上车？', isRequired: true })).toEqual({ ok: true });
		expect((await listQuestions(town.ctx.db, eventId))[0]).toMatchObject({ wording: '在哪儿上车？', isRequired: true });
	});

	it('that is removed takes its answers along, and can be removed twice', async () => {
		const questionId = await ask(where);
		const { signupId } = await join(1);
		await answer(signupId, [[questionId, 1, '村口']]);
		const command = { id: id(), eventId, questionId };
		expect(await removeQuestion(town.as('zhou'), command)).toEqual({ ok: true });
		expect(await removeQuestion(town.as('zhou'), { ...command, id: id() })).toEqual({ ok: true });
		expect(await answersInTable()).toBe(0);
		expect(await answer(signupId, [[questionId, 1, '车站']])).toMatchObject({ refusal: 'question-unknown' });
		await expect(insertAnswer(questionId, signupId, 1), 'not even past the service').rejects.toThrow(
			'question-unknown'
		);
	});

	it('stay as they are once the event is cancelled', async () => {
		await cancelEvent(town.as('zhou'), { id: id(), eventId, reason: '下大雨' });
		expect(await addQuestion(town.as('zhou'), { id: id(), eventId, ...lift })).toMatchObject({
			refusal: 'event-cancelled'
		});
	});
});

describe('the answers of a party', () => {
	it('are kept per person, sealed, and replaced as a whole', async () => {
		const [liftId, whereId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(3);
		const told: [string, number, string][] = [
			[liftId, 1, 'yes'],
			[liftId, 2, 'no'],
			[liftId, 3, 'yes'],
			[whereId, 1, '村口']
		];
		expect(await answer(signupId, told)).toEqual({ ok: true });
		expect(await read(signupId)).toEqual(told.map(([questionId, nth, value]) => ({ questionId, nth, value })));
		const { rows } = await run('select value_sealed from signup_answers');
		for (const row of rows) expect(String(row.value_sealed)).toMatch(/^v1\./);
		await answer(signupId, told.slice(0, 3));
		expect(await answersInTable()).toBe(3);
	});

	it('land once however often they are sent, also when the slot has begun since', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const command = { id: id(), signupId, answers: [{ questionId, nth: 1, value: 'yes' }] };
		await answerQuestions(town.visitor, command);
		town.clock.setDate('2026-04-01', '09:00');
		expect(await answerQuestions(town.visitor, command)).toEqual({ ok: true });
		expect(await countEntries(town, 'answerQuestions')).toBe(1);
		expect(await answerQuestions(town.visitor, { ...command, id: id() })).toMatchObject({ refusal: 'slot-closed' });
	});

	it('are in one batch: a wrong one among them leaves nothing behind', async () => {
		const [liftId, whereId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(2);
		expect(
			await answer(signupId, [
				[liftId, 1, 'yes'],
				[liftId, 2, 'yes'],
				[whereId, 2, '别处']
			])
		).toMatchObject({ refusal: 'answers-wrong' });
		expect(await answer(signupId, [[liftId, 1, 'yes']]), 'the second person is missing').toMatchObject({
			refusal: 'answers-wrong'
		});
		expect(await answer(signupId, [[liftId, 3, 'yes']])).toMatchObject({ refusal: 'person-not-in-party' });
		expect(await answersInTable()).toBe(0);
		expect(await countEntries(town, 'answerQuestions')).toBe(0);
	});

	it('say nothing of what was answered in the audit trail', async () => {
		const questionId = await ask(where);
		const { signupId } = await join(1);
		await answer(signupId, [[questionId, 1, '车站']]);
		const { rows } = await run(`select detail from audit_entries where verb = 'answerQuestions'`);
		expect(rows[0]!.detail).toBe('{"answers":1}');
	});

	it('are counted as missing only where required, and for everybody of the party', async () => {
		const none = await join(2);
		expect(await left(none.signupId)).toEqual({ asked: 0, unanswered: 0 });
		const [liftId] = [await ask(lift), await ask(where)];
		const { signupId } = await join(3);
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 3 });
		await answer(signupId, everybody(liftId, 3));
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 0 });
		await changeParty(town.visitor, { id: id(), signupId, partySize: 4 });
		expect(await left(signupId)).toEqual({ asked: 2, unanswered: 1 });
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await left(signupId)).toEqual({ asked: 0, unanswered: 0 });
	});

	it('that are missing are shown where staff look: on the list, at the door and on the call list', async () => {
		await ask(lift);
		await ask(where);
		const { signupId } = await join(2);
		const [listed] = await listSignupsOfSlot(town.ctx.db, slotId);
		const [atDoor] = await listParties(town.ctx.db, slotId);
		expect([listed, atDoor]).toMatchObject([
			{ id: signupId, unanswered: 2 },
			{ id: signupId, unanswered: 2 }
		]);
		town.clock.setDate('2026-03-31', '09:00');
		const words: number[] = [];
		const channels = { email: null, sms: () => Promise.resolve({ kind: 'sent' as const }) };
		await drainOutbox({
			ctx: town.ctx,
			channels,
			words: (told) => (words.push(told.unanswered), { subject: '', text: '' })
		});
		expect(words).toEqual([2]);
	});

	it('of people who do not come after all go, and all of them when the sign-up is withdrawn', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(3);
		await answer(signupId, everybody(questionId, 3));
		await changeParty(town.visitor, { id: id(), signupId, partySize: 1 });
		expect(await answersInTable()).toBe(1);
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await answersInTable()).toBe(0);
		expect(await answer(signupId, [[questionId, 1, 'yes']])).toMatchObject({ refusal: 'signup-withdrawn' });
		await expect(insertAnswer(questionId, signupId, 1)).rejects.toThrow('slot-closed');
	});

	it('never belong to another event, to a person outside the party, or to a time that has begun', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const other = await openSlot(town, null);
		const stranger = newSignup(town, other.slotId);
		await signUp(town.visitor, stranger);
		await expect(insertAnswer(questionId, stranger.id, 1)).rejects.toThrow('question-unknown');
		await expect(insertAnswer(questionId, signupId, 2)).rejects.toThrow('person-not-in-party');
		town.clock.setDate('2026-04-01', '09:00');
		await expect(insertAnswer(questionId, signupId, 1)).rejects.toThrow('slot-closed');
	});

	it('of a foreign village may be entered by its own staff alone', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(1);
		const command = { signupId, answers: [{ questionId, nth: 1, value: 'yes' }] };
		expect(await answerQuestions(town.as('liu'), { id: id(), ...command })).toMatchObject({ refusal: 'not-your-unit' });
		expect(await answerQuestions(town.as('zhou'), { id: id(), ...command })).toEqual({ ok: true });
	});
});

describe('what cadres see', () => {
	it('is a row for every person in force, with names where they are known', async () => {
		const questionId = await ask(lift);
		const { signupId } = await join(2, ['试同来']);
		const gone = await join(1);
		await withdrawSignup(town.visitor, { id: id(), signupId: gone.signupId });
		await answer(signupId, everybody(questionId, 2));
		const { questions, people } = await readEventAnswers(town.as('zhou'), eventId);
		expect(questions.map(({ wording }) => wording)).toEqual([lift.wording]);
		expect(people.map(({ name, nth, answers }) => [name, nth, answers[questionId]])).toEqual([
			['试名甲', 1, 'yes'],
			['试同来', 2, 'yes']
		]);
	});

	it('is given out with an entry in the audit trail that says who and how many', async () => {
		await ask(lift);
		await join(3);
		expect(await exportAnswers(town.as('zhou'), { id: id(), eventId })).toMatchObject({ ok: true });
		const { rows } = await run(`select actor_id, subject_id, detail from audit_entries where verb = 'exportAnswers'`);
		expect({ ...rows[0] }).toEqual({ actor_id: town.accounts.zhou.id, subject_id: eventId, detail: '{"people":3}' });
	});
});

async function ask(words: Omit<Question, 'id'>): Promise<string> {
	const questionId = id();
	expect(await addQuestion(town.as('zhou'), { id: questionId, eventId, ...words })).toEqual({ ok: true });
	return questionId;
}

async function join(partySize: number, companions: string[] = []) {
	const command = { ...newSignup(town, slotId, partySize), companions };
	expect(await signUp(town.visitor, command)).toMatchObject({ ok: true });
	return { signupId: command.id };
}

const order = async () => (await listQuestions(town.ctx.db, eventId)).map((question) => question.id);
const left = (signupId: string) => countUnanswered(town.ctx.db, signupId);
const run = (sql: string, args: (string | number)[] = []) => town.ctx.db.$client.execute(sql, args);
const answersInTable = async () => Number((await run('select count(*) as n from signup_answers')).rows[0]!.n);
const everybody = (questionId: string, people: number) =>
	Array.from({ length: people }, (_, at): [string, number, string] => [questionId, at + 1, 'yes']);

const answer = (signupId: string, told: [questionId: string, nth: number, value: string][]) =>
	answerQuestions(town.visitor, {
		id: id(),
		signupId,
		answers: told.map(([questionId, nth, value]) => ({ questionId, nth, value }))
	});

async function read(signupId: string) {
	const { answers } = await readPartyAnswers(town.visitor, (await findSignup(town.ctx.db, signupId))!.signup);
	return answers.map(({ questionId, nth, value }) => ({ questionId, nth, value }));
}

/** Past every service: what the tables themselves hold. */
const insertAnswer = (questionId: string, signupId: string, nth: number) =>
	run(`insert into signup_answers (question_id, signup_id, nth, value_sealed, at) values (?, ?, ?, 'x', ?)`, [
		questionId,
		signupId,
		nth,
		town.ctx.now()
	]);
