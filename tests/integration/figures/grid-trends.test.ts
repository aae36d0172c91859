import { describe, expect, it } from 'vitest';
import { gridGroups } from '../../../src/lib/server/db/schema/units/units';
import { heldByGrid } from '../../../src/lib/server/figures/grid-trend';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { times, ledger, town, query, freshTown } from './trend-ledger';

freshTown();

describe('banquets by grid', () => {
	it('count a group in each of its grids, say what lies in none, and are never added up', async () => {
		const [one, two] = [await ledger.grid('sanxing', '2020-01-01'), await ledger.grid('sanxing', '2020-01-01')];
		for (const { id } of [one, two]) {
			await town.ctx.db.insert(gridGroups).values({ gridId: id, groupId: town.units.sanxingGroup1 });
		}
		await times(5, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		const { cells, total } = await readPart(town.ctx.db, query(), heldByGrid);
		expect(cells.map(({ key, value }) => [key, value])).toEqual([
			[one.id, 5],
			[two.id, 5],
			['', 4]
		]);
		expect(total).toBeNull();
	});

	it('know a grid only while it was in place', async () => {
		const old = await ledger.grid('sanxing', '2020-01-01', '2024-01-31');
		await town.ctx.db.insert(gridGroups).values({ gridId: old.id, groupId: town.units.sanxingGroup1 });
		await times(3, () => ledger.banquet('sanxingGroup1', '2024-01-10'));
		await times(4, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		const { cells } = await readPart(town.ctx.db, query(), heldByGrid);
		expect(cells.map(({ key, value }) => [key, value])).toEqual([
			[old.id, 3],
			['', 4]
		]);
	});
});
