import { describe, expect, it } from 'vitest';
import { villageRules } from '../../../src/lib/server/db/schema/banquets/village-rules';
import { readForecast } from '../../../src/lib/server/figures/forecast';
import { savedEstimate } from '../../../src/lib/server/figures/banquet-trends';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import type { TestUnit } from '../cast';
import { town, ledger, query, times, freshTown } from './trend-ledger';

freshTown();

describe('the estimate of what was saved', () => {
	const rule = (unit: TestUnit, fromOn: string, pricePerTable: number) =>
		town.ctx.db.insert(villageRules).values({
			unitId: town.units[unit],
			fromOn,
			noticeDays: 10,
			tablesPerMeal: 20,
			pricePerTable,
			at: 0
		});

	it('adds up the tables not held × the price of the village on the day of filing', async () => {
		await rule('town', '2023-01-01', 400);
		await rule('sanxing', '2023-01-01', 600);
		await rule('sanxing', '2024-07-01', 900);
		await ledger.banquet('sanxingGroup1', '2024-05-01', 'reduced');
		await ledger.banquet('sanxing', '2024-08-01', 'reduced');
		await ledger.banquet('hesha', '2024-08-01', 'cancelled');
		await ledger.banquet('hesha', '2024-08-02', null);
		await ledger.banquet('hesha', '2023-08-02', 'cancelled');
		expect(await readPart(town.ctx.db, query(), savedEstimate)).toEqual({
			tables: 5 + 5 + 10,
			yuan: 5 * 600 + 5 * 900 + 10 * 400,
			leastPrice: 400,
			mostPrice: 900
		});
	});

	it('is none without a price, or when nothing was saved', async () => {
		await ledger.banquet('hesha', '2024-08-01', 'cancelled');
		expect(await readPart(town.ctx.db, query(), savedEstimate)).toBeNull();
	});
});

describe('the estimate of the year-end', () => {
	it('rests on the same days of the earlier whole years, and says which', async () => {
		for (const year of [2024, 2025]) {
			await times(20, () => ledger.banquet('sanxing', `${year}-01-15`));
			await times(20, () => ledger.banquet('hesha', `${year}-09-15`));
		}
		await times(12, () => ledger.banquet('sanxing', '2026-02-01'));
		await times(9, () => ledger.banquet('sanxing', '2026-07-02'));
		await ledger.reportRest(2024, 2025, 2026);
		const found = await readForecast(town.ctx.db, { scope: town.units.town, today: '2026-07-01' });
		expect(found).toMatchObject({ ok: true, counted: 12, years: [2025, 2024], forecast: { likely: 24 } });
	});

	it('is none where the ledger has fewer than two whole years', async () => {
		await times(5, () => ledger.banquet('sanxing', '2024-06-15'));
		await times(20, () => ledger.banquet('sanxing', '2025-01-15'));
		await times(12, () => ledger.banquet('sanxing', '2026-02-01'));
		await ledger.reportRest(2025, 2026);
		expect(await readForecast(town.ctx.db, { scope: town.units.town, today: '2026-07-01' })).toMatchObject({
			ok: false,
			why: 'no-years',
			years: [2025]
		});
	});
});
