import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { actAs } from '../../../src/lib/server/context';
import { lectureFeedbacks } from '../../../src/lib/server/db/schema/lectures/lectures';
import { countFeedback } from '../../../src/lib/server/db/lectures/lectures';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { giveFeedback, readFeedback } from '../../../src/lib/server/lectures/feedback';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { town, newId, lecture, trail, today, ledger, publicOf, freshTown } from './lecture-town';

freshTown();

describe('feedback', () => {
	const say = (eventId: string, over = {}) =>
		giveFeedback(town.visitor, { id: newId(), eventId, face: 'good', sentence: '', ...over });

	test('is three faces and a sentence, open to all, without a name', async () => {
		const eventId = await lecture();
		expect(await say(eventId, { sentence: '讲得细' })).toEqual({ ok: true });
		await say(eventId, { face: 'poor' });
		expect(await countFeedback(town.ctx.db, eventId)).toEqual({ good: 1, fair: 0, poor: 1 });
		expect((await readFeedback(town.ctx, eventId)).sentences).toMatchObject([{ face: 'good', text: '讲得细' }]);
		const rows = await town.ctx.db.select().from(lectureFeedbacks);
		expect(JSON.stringify(rows)).not.toContain('讲得细');
		expect(await trail()).not.toContain('讲得细');
	});

	test('sent twice lands once, also when the second comes too late', async () => {
		const eventId = await lecture();
		const id = newId();
		await Promise.all([say(eventId, { id }), say(eventId, { id })]);
		town.clock.setDate(addDays(today, 30));
		expect(await say(eventId, { id })).toEqual({ ok: true });
		expect((await countFeedback(town.ctx.db, eventId)).good).toBe(1);
	});

	test('opens with the lecture and closes 14 days after it', async () => {
		const eventId = await lecture();
		town.clock.setDate(today, '08:59');
		expect(await say(eventId)).toEqual({ ok: false, refusal: 'feedback-not-yet' });
		town.clock.setDate(addDays(today, 14), '09:59');
		expect(await say(eventId)).toEqual({ ok: true });
		town.clock.setDate(addDays(today, 14), '10:00');
		expect(await say(eventId)).toEqual({ ok: false, refusal: 'feedback-closed' });
	});

	test('is not taken for a cancelled lecture, a draft or anything else', async () => {
		const eventId = await lecture();
		await cancelEvent(town.as('liu'), { id: newId(), eventId, reason: '下雨' });
		expect(await say(eventId)).toEqual({ ok: false, refusal: 'feedback-closed' });
		const { id } = await ledger.event('performance', 'sanxing', today);
		expect(await say(id)).toEqual({ ok: false, refusal: 'not-a-lecture' });
		expect(await say(newId())).toEqual({ ok: false, refusal: 'not-a-lecture' });
	});

	test('is public from three answers on, small numbers withheld, and never a sentence', async () => {
		const eventId = await lecture();
		await say(eventId, { sentence: '讲得细' });
		await say(eventId);
		expect((await publicOf(eventId)).faces).toBeNull();
		await say(eventId);
		await say(eventId, { face: 'fair' });
		const shown = await publicOf(eventId);
		expect(shown.faces).toEqual([
			{ key: 'good', value: 3, shown: 'exact' },
			{ key: 'fair', value: null, shown: 'few' },
			{ key: 'poor', value: 0, shown: 'exact' }
		]);
		expect(JSON.stringify(shown)).not.toContain('讲得细');
	});

	test('loses its sentences when their time is up; the faces are still counted', async () => {
		const eventId = await lecture();
		await say(eventId, { sentence: '讲得细' });
		const system = actAs(town.ctx, { kind: 'system' });
		town.clock.setDate(addDays(today, town.ctx.settings.retentionDays));
		await erasePersonalData(system);
		expect((await readFeedback(town.ctx, eventId)).sentences).toHaveLength(1);
		town.clock.setDate(addDays(today, town.ctx.settings.retentionDays + 1), '10:01');
		await erasePersonalData(system);
		await erasePersonalData(system);
		expect(await readFeedback(town.ctx, eventId)).toEqual({ counts: { good: 1, fair: 0, poor: 0 }, sentences: [] });
		expect((await trail()).match(/erasePersonalData/g)).toHaveLength(1);
	});
});
