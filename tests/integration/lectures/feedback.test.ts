import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Face } from '../../../src/lib/domain/lectures/lecture';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { actAs } from '../../../src/lib/server/context';
import { checkIns } from '../../../src/lib/server/db/schema/check-in/check-ins';
import { lectureFeedbacks } from '../../../src/lib/server/db/schema/lectures/lectures';
import { countFeedback } from '../../../src/lib/server/db/lectures/lectures';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { giveFeedback, readFeedback, type GiveFeedbackCommand } from '../../../src/lib/server/lectures/feedback';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { town, newId, lecture, trail, today, ledger, publicOf, cameTo, freshTown } from './lecture-town';

freshTown();

describe('feedback', () => {
	/** A guest of the lecture says something. */
	const say = async (
		eventId: string,
		over: { signupId?: string | null; id?: string; face?: Face; sentence?: string } = {}
	) =>
		giveFeedback(town.visitor, {
			id: newId(),
			eventId,
			signupId: over.signupId === undefined ? await cameTo(eventId) : over.signupId,
			face: 'good',
			sentence: '',
			...over
		} as GiveFeedbackCommand);

	/** What the public reads once feedback is closed. */
	const publicAfter = async (eventId: string) => {
		town.clock.setDate(addDays(today, 14), '10:00');
		return publicOf(eventId);
	};

	test('is three faces and a sentence, without a name', async () => {
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
		const same = { id: newId(), signupId: await cameTo(eventId) };
		await Promise.all([say(eventId, same), say(eventId, same)]);
		town.clock.setDate(addDays(today, 30));
		expect(await say(eventId, same)).toEqual({ ok: true });
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
		const signupId = await cameTo(eventId);
		await cancelEvent(town.as('liu'), { id: newId(), eventId, reason: '下雨' });
		expect(await say(eventId, { signupId })).toEqual({ ok: false, refusal: 'feedback-closed' });
		const { id } = await ledger.event('performance', 'sanxing', today);
		expect(await say(id, { signupId: null })).toEqual({ ok: false, refusal: 'not-a-lecture' });
		expect(await say(newId(), { signupId: null })).toEqual({ ok: false, refusal: 'not-a-lecture' });
	});

	test('is taken once a slip, and only of a party that was checked in', async () => {
		const eventId = await lecture();
		const signupId = await cameTo(eventId);
		expect(await say(eventId, { signupId })).toEqual({ ok: true });
		expect(await say(eventId, { signupId, face: 'poor' })).toEqual({ ok: false, refusal: 'feedback-given' });
		expect(await say(eventId, { signupId: null })).toEqual({ ok: false, refusal: 'feedback-slip-missing' });
		const notIn = await cameTo(eventId);
		await town.ctx.db.update(checkIns).set({ isUndone: true }).where(eq(checkIns.signupId, notIn));
		expect(await say(eventId, { signupId: notIn })).toEqual({ ok: false, refusal: 'feedback-not-there' });
		const elsewhere = await cameTo(await lecture('hesha'));
		expect(await say(eventId, { signupId: elsewhere })).toEqual({ ok: false, refusal: 'feedback-not-there' });
		const stranger = actAs(town.ctx, { kind: 'visitor' });
		const command = { id: newId(), eventId, signupId: await cameTo(eventId), face: 'poor' as const, sentence: '' };
		expect(await giveFeedback(stranger, command)).toEqual({ ok: false, refusal: 'feedback-slip-missing' });
		expect(await readFeedback(town.ctx, eventId)).toMatchObject({ counts: { good: 1, fair: 0, poor: 0 }, asked: 2 });
	});

	test('given before slips were asked for is counted apart, and only for staff', async () => {
		const eventId = await lecture();
		for (let nth = 0; nth < 3; nth++) await say(eventId);
		await town.ctx.db.update(lectureFeedbacks).set({ isFromSlip: false }).where(eq(lectureFeedbacks.face, 'good'));
		expect(await readFeedback(town.ctx, eventId)).toMatchObject({ counts: { good: 0 }, asked: 3, unproven: 3 });
		expect((await publicAfter(eventId)).feedback).toBeNull();
	});

	test('is published once, after it is closed: nothing public changes with an answer, and never a sentence', async () => {
		const eventId = await lecture();
		const before = JSON.stringify(await publicOf(eventId));
		for (const face of ['good', 'good', 'good', 'good', 'poor'] as const) {
			await say(eventId, { face, sentence: '讲得细' });
			expect(JSON.stringify(await publicOf(eventId))).toBe(before);
		}
		town.clock.setDate(addDays(today, 14), '09:59');
		expect(JSON.stringify(await publicOf(eventId))).toBe(before);
		town.clock.setDate(addDays(today, 14), '10:00');
		const shown = await publicOf(eventId);
		expect(shown, 'beside the total, 4 good ones of 5 would say that one was poor').toMatchObject({
			door: 'closed',
			feedback: { total: 5, counts: null }
		});
		expect(JSON.stringify(shown)).not.toContain('讲得细');
	});

	test('is published with its faces where three or more chose each that was chosen', async () => {
		const eventId = await lecture();
		for (const face of ['good', 'fair', 'good', 'fair', 'fair', 'good'] as const) await say(eventId, { face });
		expect((await publicAfter(eventId)).feedback).toEqual({ total: 6, counts: { good: 3, fair: 3, poor: 0 } });
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
		expect(await readFeedback(town.ctx, eventId)).toMatchObject({
			counts: { good: 1, fair: 0, poor: 0 },
			sentences: []
		});
		// The sentences, and the guest's own sign-up.
		expect((await trail()).match(/erasePersonalData/g)).toHaveLength(2);
	});
});
