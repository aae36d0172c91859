import { describe, expect, it } from 'vitest';
import { coverageTrend } from '../../../src/lib/server/figures/coverage-trend';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { householdCounts } from '../../../src/lib/server/db/schema/units/units';
import { pledges, pledgeTexts } from '../../../src/lib/server/db/schema/pledges/pledges';
import type { TestUnit } from '../cast';
import { town, times, query, freshTown } from './trend-ledger';

freshTown();

describe('pledge coverage', () => {
	async function pledge(unit: TestUnit, count: number, signedOn: string) {
		const textId = town.ctx.newId();
		const number = Number(signedOn.replaceAll('-', '')) + count;
		await town.ctx.db.insert(pledgeTexts).values({
			id: textId,
			audience: 'household',
			number,
			title: '承诺书',
			body: '婚事新办',
			effectiveOn: '2023-01-01',
			at: 0
		});
		await times(count, async () => {
			const id = town.ctx.newId();
			await town.ctx.db.insert(pledges).values({
				id,
				textId,
				audience: 'household',
				villageId: town.units[unit],
				signedOn,
				at: 0,
				nameSealed: 'v1.x',
				phoneSealed: 'v1.x',
				phoneIndex: id,
				code: '000000'
			});
		});
	}
	const register = (unit: TestUnit, households: number) =>
		town.ctx.db.insert(householdCounts).values({ unitId: town.units[unit], fromOn: '2023-01-01', households, at: 0 });

	it('is the percentage of registered households, of a village and of all, at the end of each year', async () => {
		await register('sanxing', 8);
		await register('hesha', 12);
		await pledge('sanxing', 4, '2023-06-01');
		await pledge('sanxing', 3, '2024-06-01');
		await pledge('hesha', 5, '2024-06-02');
		const { cells, total, previousTotal } = await readPart(town.ctx.db, query(), coverageTrend);
		expect(cells[0]).toMatchObject({ name: '三星村', value: 87.5, previous: 50 });
		expect(cells[1]).toMatchObject({ value: 41.7, previous: 0 });
		expect(cells[2]).toMatchObject({ value: null, shown: 'exact' });
		expect({ total, previousTotal }).toEqual({ total: 60, previousTotal: 20 });
	});

	it('is withheld where few households have pledged', async () => {
		await register('sanxing', 8);
		await register('hesha', 12);
		await pledge('sanxing', 1, '2024-06-01');
		await pledge('hesha', 5, '2024-06-02');
		const { cells } = await readPart(town.ctx.db, query(), coverageTrend);
		expect(cells[0]).toMatchObject({ value: null, shown: 'few' });
	});
});
