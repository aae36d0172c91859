import { describe, expect, test } from 'vitest';
import { lectures } from '../../../src/lib/server/db/schema/lectures/lectures';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import {
	lecturesByKind,
	lecturesByMonth,
	lecturesByVillage,
	readLectureTables
} from '../../../src/lib/server/lectures/lecture-figures';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import type { TestUnit } from '../cast';
import { yearQuery } from '../figures/trend-query';
import { town, today, ledger, newId, describeIt, lecture, freshTown } from './lecture-town';

freshTown();

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
		expect((await readPart(town.ctx.db, query(), lecturesByVillage)).cells[1]).toMatchObject({ value: 4 });
		expect((await readPart(town.ctx.db, query(), lecturesByMonth)).total).toBe(4);
	});

	test('show a village cadre the own village alone', async () => {
		await held('sanxing', 'health', 30);
		await held('hesha', 'health', 20);
		const { kinds, villages } = await readLectureTables(town.as('he'), tablesOf('hesha'));
		expect(kinds[0]).toMatchObject({ sessions: 1, attended: 20 });
		expect(villages.map(({ name }) => name)).toEqual(['河沙村']);
	});

	test('in public are exact, for they are the town’s own work, and say nothing of speakers', async () => {
		await held('sanxing', 'health', 30);
		for (let i = 0; i < 4; i++) await held('hesha', 'micro-talk', 20);
		const { cells } = await readPart(town.ctx.db, query(), lecturesByKind);
		expect(cells[0]).toMatchObject({ key: 'health', value: 1 });
		expect(JSON.stringify(cells)).not.toContain('赵甲一');
	});

	test('of lectures without a description still count, as not entered', async () => {
		await lecture('sanxing', '2026-02-10', true);
		const { places, kinds } = await readLectureTables(town.as('zhou'), tablesOf());
		expect(kinds[0]).toMatchObject({ sessions: 1, attended: 20 });
		expect(places.at(-1)).toMatchObject({ key: '', sessions: 1 });
		expect(await town.ctx.db.select().from(lectures)).toEqual([]);
	});

	test('have no zero before their ledger begins, and are not compared with a year that it began in', async () => {
		await ledger.declareStart('2024-05-01');
		await ledger.event('lecture', 'sanxing', '2024-06-10', { topic: 'health' });
		await ledger.event('lecture', 'sanxing', '2025-01-10', { topic: 'health' });
		const byMonth = await readPart(town.ctx.db, yearQuery(town.units.town, 2025, today), lecturesByMonth);
		expect(byMonth.cells.map(({ previous }) => previous).slice(0, 6)).toEqual([null, null, null, null, 0, 1]);
		expect([byMonth.total, byMonth.previousTotal]).toEqual([1, null]);
		for (const part of [lecturesByKind, lecturesByVillage]) {
			const { cells, previousTotal } = await readPart(town.ctx.db, yearQuery(town.units.town, 2025, today), part);
			expect([previousTotal, ...cells.map(({ previous }) => previous)].every((one) => one === null)).toBe(true);
		}
	});

	test('of studies of village rules have no zero where no village reported any', async () => {
		await ledger.declareStart('2025-01-01');
		await ledger.event('lecture', 'sanxing', '2026-01-10', { topic: 'health' });
		const { cells } = await readPart(town.ctx.db, query(), lecturesByKind);
		expect(cells.map(({ value }) => value)).toEqual([1, 0, 0, null]);
	});
});
