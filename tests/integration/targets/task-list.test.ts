import { describe, expect, it } from 'vitest';
import { listTaskYears } from '../../../src/lib/server/db/targets/task-list';
import { withdrawTask } from '../../../src/lib/server/targets/tasks';
import { readTasks, readTasksInHand } from '../../../src/lib/server/targets/task-readings';
import type { TestUnit } from '../cast';
import { town, assign, ledger, newId, freshTown } from './task-town';

freshTown();

describe('the list of tasks', () => {
	it('shows a village its own, the town all, the most urgent first; done and withdrawn ones are not in hand', async () => {
		const late = await assign({ dueOn: '2026-03-10' });
		const other = await assign({ dueOn: '2026-03-31' }, 'hesha');
		const done = await assign({ figure: 'slogans', quantity: 1 });
		const back = await assign({ figure: 'health-lectures' });
		await ledger.activity('slogan', 'sanxing', '2026-03-05');
		await withdrawTask(town.as('zhou'), { id: newId(), taskId: back, reason: '另有安排' });
		const today = '2026-03-20';
		const inHand = async (unit: TestUnit) =>
			(await readTasksInHand(town.ctx, { scope: town.units[unit], today })).map(({ id }) => id);
		expect(await inHand('town')).toEqual([late, other]);
		expect(await inHand('sanxing')).toEqual([late]);
		expect(await inHand('zhongba')).toEqual([]);
		const all = await readTasks(town.ctx, { scope: town.units.sanxing, today, filter: {} });
		expect(all.map(({ id, state }) => [id, state])).toEqual(
			expect.arrayContaining([
				[late, 'overdue'],
				[done, 'done'],
				[back, 'withdrawn']
			])
		);
		const ofHesha = { unitId: town.units.hesha, dueFrom: '2026-01-01', dueTo: '2026-12-31' };
		expect(await readTasks(town.ctx, { scope: town.units.town, today, filter: ofHesha })).toHaveLength(1);
		expect(await listTaskYears(town.ctx.db, town.units.town)).toEqual([2026]);
	});
});
