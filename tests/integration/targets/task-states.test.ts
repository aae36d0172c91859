import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { figures as all, findFigure, type FigureId } from '../../../src/lib/domain/figures/figure';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { listFigureRecords } from '../../../src/lib/server/db/figures/figure-records';
import { readTasksInHand } from '../../../src/lib/server/targets/task-readings';
import { assign, ledger, read, town, freshTown } from './task-town';

freshTown();

describe('what becomes of a task', () => {
	it('is done by records of its figure, in its village and below, dated from the day it was given to the due day', async () => {
		const task = await assign();
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-01');
		await ledger.activity('villagers-meeting', 'hesha', '2026-03-10');
		await ledger.activity('villagers-meeting', 'town', '2026-03-10');
		await ledger.activity('village-rule-study', 'sanxing', '2026-03-10');
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-10', { removed: true });
		expect(await read(task)).toEqual({ state: 'open', inTime: 0, soFar: 0 });
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-02');
		await ledger.activity('villagers-meeting', 'sanxingGroup1', '2026-03-10');
		expect(await read(task)).toEqual({ state: 'open', inTime: 2, soFar: 2 });
		expect((await read(task, '2026-04-01')).state).toBe('overdue');
		await ledger.activity('villagers-meeting', 'sanxing', '2026-03-31', { quantity: 40 });
		expect(await read(task, '2026-03-31')).toEqual({ state: 'done', inTime: 3, soFar: 3 });
		expect((await read(task, '2026-04-20')).state).toBe('done');
	});

	it('is done late by records after the due day, and says so', async () => {
		const task = await assign({ quantity: 1 });
		await ledger.activity('villagers-meeting', 'sanxing', '2026-04-02');
		expect((await read(task, '2026-04-01')).state).toBe('overdue');
		expect(await read(task, '2026-04-02')).toEqual({ state: 'done-late', inTime: 0, soFar: 1 });
	});

	it('follows a record that is struck out again', async () => {
		const task = await assign({ quantity: 1 });
		const record = await ledger.activity('villagers-meeting', 'sanxing', '2026-03-10');
		expect((await read(task)).state).toBe('done');
		const sql = 'insert into activity_removals (activity_id, reason, at) values (?, ?, 0)';
		await town.ctx.db.$client.execute({ sql, args: [record, '重复'] });
		expect((await read(task)).state).toBe('open');
	});

	it('counts completed events by their day, sums quantities of displays, and adds what a figure adds together', async () => {
		const lectures = await assign({ figure: 'health-lectures', quantity: 1 });
		const slogans = await assign({ figure: 'slogans', quantity: 9 });
		const both = await assign({ figure: 'blood-and-checkups', quantity: 2 });
		await ledger.event('lecture', 'sanxing', '2026-03-31', { topic: 'health', time: '23:30' });
		await ledger.event('lecture', 'sanxing', '2026-04-01', { topic: 'health', time: '00:00' });
		await ledger.event('lecture', 'sanxing', '2026-03-12', { topic: 'health', completed: false });
		await ledger.activity('slogan', 'sanxing', '2026-03-12', { quantity: 8 });
		await ledger.event('blood-drive', 'sanxing', '2026-03-12');
		await ledger.activity('disability-check-up', 'sanxing', '2026-03-13');
		expect(await read(lectures, '2026-04-30')).toEqual({ state: 'done', inTime: 1, soFar: 2 });
		expect(await read(slogans)).toEqual({ state: 'open', inTime: 8, soFar: 8 });
		expect(await read(both)).toEqual({ state: 'done', inTime: 2, soFar: 2 });
	});

	it('is counted from the very records that the figure lists', async () => {
		const figures: FigureId[] = [
			'health-lectures',
			'villagers-meetings',
			'slogans',
			'defence-boards',
			'arts-performances'
		];
		const ids = await Promise.all(figures.map((figure) => assign({ figure, quantity: 50 })));
		for (let day = 0; day < 20; day++) {
			const on = addDays('2026-02-20', day * 3);
			await ledger.activity(day % 2 ? 'slogan' : 'villagers-meeting', 'sanxing', on, { quantity: day + 1 });
			await ledger.activity('defence-board', 'sanxingGroup1', on, { quantity: 2 });
			await ledger.event(day % 3 ? 'lecture' : 'performance', 'sanxing', on, day % 3 ? { topic: 'health' } : {});
		}
		const today = '2026-04-10';
		for (const [at, id] of ids.entries()) {
			const { source } = findFigure(all, figures[at]!)!;
			const list = (toOn: string) =>
				listFigureRecords(town.ctx.db, town.units.sanxing, source, { fromOn: '2026-03-02', toOn });
			const { inTime, soFar } = await read(id, today);
			expect([inTime, soFar]).toEqual([(await list('2026-03-31')).total, (await list(today)).total]);
			expect(inTime).toBeGreaterThan(0);
		}
	});

	it('is read in two round trips for any number of tasks', async () => {
		for (const figure of ['health-lectures', 'slogans', 'micro-talks'] as const) {
			for (const unit of ['sanxing', 'hesha', 'zhongba'] as const) await assign({ figure }, unit);
		}
		await town.ctx.registry();
		const { value, count } = await countRoundTrips(() =>
			readTasksInHand(town.ctx, { scope: town.units.town, today: '2026-03-20' })
		);
		expect([value.length, count]).toEqual([9, 2]);
	});
});
