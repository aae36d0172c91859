import { describe, expect, it } from 'vitest';
import { heldByVillageAndMonth } from '../../../src/lib/server/figures/banquet-trends';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import type { TestUnit } from '../cast';
import { times, ledger, town, query, freshTown } from './trend-ledger';

freshTown();

describe('banquets by village and month', () => {
	it('tell no number under three, and none that a row or column of the table would give away', async () => {
		const plan = { sanxing: [1, 5, 9], hesha: [6, 7, 8], zhongba: [9, 9, 9], qiaotou: [4, 4, 4] } as const;
		for (const [unit, counts] of Object.entries(plan)) {
			for (const [at, count] of counts.entries()) {
				await times(count, () => ledger.banquet(unit as TestUnit, `2024-0${at + 1}-10`));
			}
		}
		await ledger.reportMonths(2024);
		const villages = await readPart(town.ctx.db, query(), heldByVillageAndMonth);
		const shown = villages.map(({ months }) => months.cells.slice(0, 3).map(({ value }) => value));
		expect(shown[0]![0]).toBeNull();
		for (const line of [shown[0]!, shown.map((row) => row[0])]) {
			expect(line.filter((value) => value === null).length).toBeGreaterThanOrEqual(2);
		}
		expect(villages.map(({ name }) => name)).toEqual(['三星村', '河沙村', '中坝村', '桥头社区']);
		expect(villages[2]!.months.cells[11]).toMatchObject({ value: 0, shown: 'exact' });
	});
});
