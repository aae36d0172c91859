import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { copyEvent } from '../../../src/lib/server/events/event-series';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import type { Question } from '../../../src/lib/domain/events/question';
import { listQuestions } from '../../../src/lib/server/db/events/questions';
import { addQuestion, removeQuestion } from '../../../src/lib/server/events/questions';
import { create, repeat, town, liu, series, freshTown } from './lecture-series';

freshTown();

describe('copying an event', () => {
	it('makes a draft on the new date with the same words and slots, outside the series', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 1 });
		const command = { id: town.ctx.newId(), eventId, on: '2026-05-01' };
		expect(await copyEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		expect(await copyEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		const copy = (await findEvent(town.ctx.db, command.id))!;
		expect(copy).toMatchObject({ title: '健康讲座', seriesId: null, publication: null, number: 3 });
		expect(copy.slots.map(({ startsAt }) => startsAt)).toEqual([
			instantOf('2026-05-01', '09:00'),
			instantOf('2026-05-01', '14:00')
		]);
	});

	it('keeps what belongs to the event: who may pass on the waitlist, and its questions in their order, unanswered', async () => {
		const { eventId } = await create({ letsPass: true });
		const ask = (words: Omit<Question, 'id'>) => addQuestion(liu, { id: town.ctx.newId(), eventId, ...words });
		await ask({ kind: 'choice', wording: '坐车吗', choices: ['坐', '不坐'], isRequired: true });
		const gone = town.ctx.newId();
		await addQuestion(liu, { id: gone, eventId, kind: 'text', wording: '删掉的', choices: [], isRequired: false });
		await ask({ kind: 'number', wording: '多大年纪', choices: [], isRequired: false });
		await removeQuestion(liu, { id: town.ctx.newId(), eventId, questionId: gone });
		const copyId = town.ctx.newId();
		await copyEvent(liu, { id: copyId, eventId, on: '2026-05-01' });
		await repeat(eventId, { times: 1 });
		for (const id of [copyId, (await series(eventId))[1]!.id]) {
			expect((await findEvent(town.ctx.db, id))!.letsPass).toBe(true);
			expect(await listQuestions(town.ctx.db, id)).toMatchObject([
				{ kind: 'choice', wording: '坐车吗', choices: ['坐', '不坐'], isRequired: true, answers: 0 },
				{ kind: 'number', wording: '多大年纪', isRequired: false }
			]);
			expect(await listQuestions(town.ctx.db, id)).toHaveLength(2);
		}
	});

	it('of a cancelled event is allowed, for another village not', async () => {
		const { eventId } = await create({ published: true });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '下大雨' });
		const on = '2026-05-01';
		expect(await copyEvent(liu, { id: town.ctx.newId(), eventId, on })).toMatchObject({ ok: true });
		expect(await copyEvent(town.as('he'), { id: town.ctx.newId(), eventId, on })).toMatchObject({
			refusal: 'not-your-unit'
		});
	});
});
