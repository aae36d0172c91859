import { describe, expect, test } from 'vitest';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import { sumActivities } from '../../../src/lib/server/db/activities/activity-counts';
import { listActivities, listSheet } from '../../../src/lib/server/db/activities/activities';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { meeting, town, freshTown } from './activity-town';

freshTown();

describe('the ledger', () => {
	test('a cadre sees the own village and its groups alone', async () => {
		for (const unit of ['town', 'sanxing', 'sanxingGroup1', 'hesha'] as const)
			await recordActivity(town.as('zhou'), meeting({}, unit));
		const { rows } = await listActivities(town.ctx.db, town.units.sanxing);
		expect(rows.map(({ unit, parent }) => [unit.name, parent?.name]).sort()).toEqual([
			['三星村', '太平场镇'],
			['三星村一组', '三星村']
		]);
		expect((await listActivities(town.ctx.db, town.units.sanxing, { unitId: town.units.hesha })).rows).toEqual([]);
	});

	test('is narrowed to a kind, a year, a month', async () => {
		for (const doneOn of ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'])
			await recordActivity(town.as('liu'), meeting({ doneOn }));
		await recordActivity(town.as('liu'), meeting({ kind: 'slogan', doneOn: '2026-01-15', quantity: 5 }));
		const on = async (filter: Parameters<typeof listSheet>[2]) =>
			(await listSheet(town.ctx.db, town.units.town, filter, 100)).map(({ activity }) => activity.doneOn);
		expect(await on({ year: 2026, month: 1 })).toEqual(['2026-01-01', '2026-01-15', '2026-01-31']);
		expect(await on({ year: 2026, kind: 'villagers-meeting' })).toEqual(['2026-01-01', '2026-01-31', '2026-02-01']);
		expect(await on({ year: 2024 })).toEqual([]);
	});

	test('sums each kind on its own, entries and quantities', async () => {
		for (const quantity of [5, 7]) await recordActivity(town.as('liu'), meeting({ kind: 'slogan', quantity }));
		await recordActivity(town.as('liu'), meeting());
		const sums = await sumActivities(town.ctx.db, {
			scope: town.units.town,
			kinds: activityKinds,
			filter: { year: 2026 }
		});
		expect(sums).toHaveLength(2);
		expect(sums).toContainEqual({ kind: 'slogan', records: 2, quantity: 12 });
		expect(sums).toContainEqual({ kind: 'villagers-meeting', records: 1, quantity: 1 });
	});

	test('pages 50 at a time, newest first, without gap or repeat', async () => {
		for (let nth = 0; nth < 110; nth++)
			await recordActivity(town.as('liu'), meeting({ doneOn: `2026-01-${String(1 + (nth % 5)).padStart(2, '0')}` }));
		const list = (cursor?: Parameters<typeof listActivities>[3]) =>
			listActivities(town.ctx.db, town.units.town, {}, cursor);
		const at = ({ activity }: Awaited<ReturnType<typeof list>>['rows'][number]) => ({
			key: activity.doneOn,
			id: activity.id
		});
		const first = await list();
		const second = await list({ below: at(first.rows.at(-1)!) });
		const third = await list({ below: at(second.rows.at(-1)!) });
		const all = [first, second, third].flatMap(({ rows }) => rows);
		expect(new Set(all.map(({ activity }) => activity.id)).size).toBe(110);
		expect(all.map(({ activity }) => activity.doneOn)).toEqual(
			all
				.map(({ activity }) => activity.doneOn)
				.sort()
				.reverse()
		);
		expect(third.hasBelow).toBe(false);
		const back = await list({ above: at(second.rows[0]!) });
		expect(back.rows.map(at)).toEqual(first.rows.map(at));
	});
});
