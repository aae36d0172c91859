import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { actAs } from '../../../src/lib/server/context';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { lectureFeedbacks, lectures } from '../../../src/lib/server/db/schema/lectures/lectures';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { countFeedback, findLecture } from '../../../src/lib/server/db/lectures/lectures';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { cancelEvent } from '../../../src/lib/server/events/events';
import {
	readLecturesByVillage,
	readLectureTables,
	readLectureTrend
} from '../../../src/lib/server/lectures/lecture-figures';
import { describeLecture, giveFeedback, readFeedback, readLecture } from '../../../src/lib/server/lectures/lectures';
import { readPublicLecture } from '../../../src/lib/server/lectures/public-lecture';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';
import { yearQuery } from '../figures/trend-query';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;
beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const newId = () => town.ctx.newId();
const today = '2026-03-02';
/** A lecture of today at 09:00 to 10:00; the town's clock says 09:00. */
const lecture = async (unit: TestUnit = 'sanxing', on = today, completed = false) =>
	(await ledger.event('lecture', unit, on, { topic: 'health', completed })).id;
const words = (over = {}) => ({
	speaker: '赵甲一' as string | null,
	speakerFrom: '镇卫生院',
	isNamed: false,
	targetGroup: 'elders' as const,
	placeKind: 'courtyard' as const,
	...over
});
const describeIt = (eventId: string, over = {}, by: 'liu' | 'he' | 'zhou' | 'mei' = 'liu') =>
	describeLecture(town.as(by), { id: newId(), eventId, ...words(over) });
const publicOf = async (eventId: string) =>
	(await readPublicLecture(town.ctx, (await findEvent(town.ctx.db, eventId))!))!;
const trail = async () => JSON.stringify(await town.ctx.db.select().from(auditEntries));

describe('what a lecture says', () => {
	test('is written down by staff of its unit, the speaker’s name sealed', async () => {
		const eventId = await lecture();
		expect(await describeIt(eventId)).toEqual({ ok: true });
		expect(await readLecture(town.ctx, eventId)).toEqual({ ...words(), isNamed: false });
		expect(JSON.stringify(await findLecture(town.ctx.db, eventId))).not.toContain('赵甲一');
		expect(await trail()).not.toContain('赵甲一');
	});

	test('is not another village’s cadre’s, nor a volunteer’s, to write', async () => {
		const eventId = await lecture();
		for (const by of ['he', 'mei'] as const)
			expect(await describeIt(eventId, {}, by)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await describeLecture(town.visitor, { id: newId(), eventId, ...words() })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await describeIt(newId())).toEqual({ ok: false, refusal: 'event-not-found' });
	});

	test('is of lectures alone, for every writer to the table', async () => {
		const { id } = await ledger.event('performance', 'sanxing', today);
		expect(await describeIt(id)).toEqual({ ok: false, refusal: 'not-a-lecture' });
	});

	test('needs a speaker or where the speaker comes from; a name in public needs a name', async () => {
		const eventId = await lecture();
		expect(await describeIt(eventId, { speaker: null, speakerFrom: '' })).toEqual({
			ok: false,
			refusal: 'speaker-missing'
		});
		expect(await describeIt(eventId, { speaker: null, isNamed: true })).toEqual({
			ok: false,
			refusal: 'speaker-name-for-consent'
		});
		expect(await describeIt(eventId, { speaker: null })).toEqual({ ok: true });
	});

	test('may be put right after it took place; the old values stay in the audit entry, the name never', async () => {
		const eventId = await lecture('sanxing', today, true);
		await describeIt(eventId);
		await describeIt(eventId, { speaker: '钱甲一', placeKind: 'school' });
		const told = await trail();
		expect(told).toContain('correctLecture');
		expect(told).toContain(String.raw`\"before\":{\"placeKind\":\"courtyard\"}`);
		expect(told).toContain(String.raw`\"isSpeakerChanged\":true`);
		expect(told).not.toContain('钱甲一');
		expect((await readLecture(town.ctx, eventId))?.speaker).toBe('钱甲一');
	});

	test('names the speaker in public only with leave; a leave is kept with who wrote it down, and ends with another speaker', async () => {
		const eventId = await lecture();
		await describeIt(eventId);
		expect((await publicOf(eventId)).speaker).toBe('镇卫生院');
		await describeIt(eventId, { isNamed: true });
		expect((await publicOf(eventId)).speaker).toBe('镇卫生院 赵甲一');
		const at = town.ctx.now();
		town.clock.advance(60_000);
		await describeIt(eventId, { isNamed: true, targetGroup: 'women' }, 'zhou');
		expect(await findLecture(town.ctx.db, eventId)).toMatchObject({ agreedAt: at, agreedById: town.accounts.liu.id });
		await describeIt(eventId, { isNamed: true, speaker: '钱甲一' }, 'zhou');
		expect(await findLecture(town.ctx.db, eventId)).toMatchObject({ agreedById: town.accounts.zhou.id });
	});
});

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
		const told = await publicOf(eventId);
		expect(told.faces).toEqual([
			{ key: 'good', value: 3, shown: 'exact' },
			{ key: 'fair', value: null, shown: 'few' },
			{ key: 'poor', value: 0, shown: 'exact' }
		]);
		expect(JSON.stringify(told)).not.toContain('讲得细');
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

describe('figures of lectures', () => {
	const query = (unit: TestUnit = 'town') => yearQuery(town.units[unit], 2026, today);
	const tablesOf = (unit: TestUnit = 'town') => ({ scope: town.units[unit], period: query(unit).periods.now });

	async function held(unit: TestUnit, topic: 'health' | 'micro-talk', attended: number, over = {}) {
		const { id: eventId } = await ledger.event('lecture', unit, '2026-02-10', { topic, completed: false });
		await completeEvent(town.as('zhou'), { id: newId(), eventId, attended, note: '' });
		await describeIt(eventId, over, 'zhou');
		return eventId;
	}

	test('add up by kind, village, place, group, topic and speaker; attendance by head count or door', async () => {
		await held('sanxing', 'health', 30);
		await held('hesha', 'health', 20, { placeKind: 'school' });
		await held('sanxing', 'micro-talk', 15, { speaker: null, speakerFrom: '好邻居社工中心' });
		const { kinds, villages, places, groups, titles, speakers } = await readLectureTables(town.as('zhou'), tablesOf());
		expect(kinds.map(({ key, sessions, attended }) => [key, sessions, attended])).toEqual([
			['health', 2, 50],
			['ideological', 0, 0],
			['micro-talk', 1, 15],
			['village-rule-study', 0, null]
		]);
		expect(villages.slice(0, 2)).toMatchObject([
			{ name: '三星村', sessions: 2, attended: 45 },
			{ name: '河沙村', sessions: 1, attended: 20 }
		]);
		expect(places.filter(({ sessions }) => sessions > 0)).toMatchObject([
			{ key: 'courtyard', sessions: 2, attended: 45 },
			{ key: 'school', sessions: 1 }
		]);
		expect(groups[1]).toMatchObject({ key: 'elders', sessions: 3, attended: 65 });
		expect(titles).toEqual([{ key: '测试活动', sessions: 3, attended: 65 }]);
		expect(speakers).toMatchObject([
			{ name: '赵甲一', from: '镇卫生院', sessions: 2, attended: 50 },
			{ name: '', from: '好邻居社工中心', sessions: 1, attended: 15 }
		]);
	});

	test('take studies of village rules as a kind of their own, once, without attendance', async () => {
		for (let i = 0; i < 3; i++) await ledger.activity('village-rule-study', 'hesha', '2026-02-10', { quantity: 40 });
		await held('hesha', 'health', 20);
		const { kinds, villages } = await readLectureTables(town.as('zhou'), tablesOf());
		expect(kinds.at(-1)).toMatchObject({ key: 'village-rule-study', sessions: 3, attended: null });
		expect(villages[1]).toMatchObject({ name: '河沙村', sessions: 1, studies: 3, attended: 20 });
		expect((await readLecturesByVillage(town.ctx.db, query())).cells[1]).toMatchObject({ value: 4 });
		expect((await readLectureTrend(town.ctx.db, { ...query(), by: 'month' })).total).toBe(4);
	});

	test('show a village cadre the own village alone', async () => {
		await held('sanxing', 'health', 30);
		await held('hesha', 'health', 20);
		const { kinds, villages } = await readLectureTables(town.as('he'), tablesOf('hesha'));
		expect(kinds[0]).toMatchObject({ sessions: 1, attended: 20 });
		expect(villages.map(({ name }) => name)).toEqual(['河沙村']);
	});

	test('in public withhold small numbers, and speakers altogether', async () => {
		await held('sanxing', 'health', 30);
		for (let i = 0; i < 4; i++) await held('hesha', 'micro-talk', 20);
		const { cells } = await readLectureTrend(town.ctx.db, { ...query(), by: 'kind' });
		expect(cells[0]).toMatchObject({ key: 'health', value: null });
		expect(JSON.stringify(cells)).not.toContain('赵甲一');
	});

	test('of lectures without a description still count, as not entered', async () => {
		await lecture('sanxing', '2026-02-10', true);
		const { places, kinds } = await readLectureTables(town.as('zhou'), tablesOf());
		expect(kinds[0]).toMatchObject({ sessions: 1, attended: 20 });
		expect(places.at(-1)).toMatchObject({ key: '', sessions: 1 });
		expect(await town.ctx.db.select().from(lectures)).toEqual([]);
	});
});
