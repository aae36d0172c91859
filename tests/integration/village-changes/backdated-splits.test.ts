import { describe, expect, test } from 'vitest';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { assignTask } from '../../../src/lib/server/targets/tasks';
import { enrol } from '../birthdays/roll-of';
import { freshTown, id, ledger, town } from '../releases/release-town';
import { later, outside } from './backdated-town';
import { column, split, splitUp } from './split-town';

freshTown();

const done = { ok: true };

describe('a split of a past day', () => {
	test('moves by the group, and what the village itself has by its kind', async () => {
		await later();
		await enrol(town);
		const [east, west] = await splitUp({ later: { pledges: 0, events: 0 } });
		expect(await column('select village_id from pledges')).toEqual([east]);
		expect(await column('select unit_id from events')).toEqual([east]);
		const activities = await column(
			"select u.name || coalesce(u.valid_to_on, '') from activities a join units u on u.id = a.unit_id order by 1"
		);
		expect(activities).toEqual(['三星村一组', '河沙村', '西星村']);
		expect(west).not.toBe(east);
		expect(await outside()).toEqual([]);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('makes a checked zero one of each new village, and takes tasks back', async () => {
		town.clock.setDate('2026-02-10');
		const task = { figure: 'slogans' as const, quantity: 3, dueOn: '2026-06-30', note: '' };
		expect(await assignTask(town.as('zhou'), { id: id(), unitId: town.units.sanxing, ...task })).toEqual(done);
		town.clock.setDate('2026-03-02');
		await ledger.activity('checked-zero', 'sanxing', '2026-03-01', { zeroMonth: '2026-02' });
		const [east, west] = await splitUp();
		expect((await column("select unit_id from activities where kind = 'checked-zero'")).sort()).toEqual(
			[east, west].sort()
		);
		expect(await column('select is_withdrawn from tasks')).toEqual([1]);
		expect(await column('select reason from task_withdrawals')).toEqual(['分村']);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	test('of a former year takes what is of that year and later, so that no later table misses it', async () => {
		await ledger.banquet('sanxing', '2025-09-10');
		await ledger.banquet('sanxing', '2026-01-10');
		expect(await split({ onDate: '2025-08-01' })).toEqual(done);
		expect(await column(`select distinct u.name from banquets b join units u on u.id = b.unit_id`)).toEqual(['西星村']);
		expect(await outside()).toEqual([]);
	});
});
