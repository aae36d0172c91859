import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/lib/domain/events/question';
import { exportAnswers } from '../../../src/lib/server/signups/event-answers';
import { listQuestions } from '../../../src/lib/server/db/events/questions';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { addQuestion, mendQuestion, moveQuestion, removeQuestion } from '../../../src/lib/server/events/questions';
import { countEntries, openSlot } from './open-slot';
import {
	ask,
	lift,
	where,
	id,
	eventId,
	town,
	join,
	answer,
	run,
	answersInTable,
	insertAnswer,
	freshTown
} from './asked-questions';

freshTown();

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

const order = async () => (await listQuestions(town.ctx.db, eventId)).map((question) => question.id);
