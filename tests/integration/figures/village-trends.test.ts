import { describe, expect, it } from 'vitest';
import {
	readBanquetsByVillage,
	readBanquetTrend,
	stoppedByVillage
} from '../../../src/lib/server/figures/banquet-trends';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { times, ledger, town, query, freshTown } from './trend-ledger';

freshTown();

describe('banquets held by village and occasion', () => {
	it('counts a group as its village, and lists a village without any', async () => {
		await times(3, () => ledger.banquet('sanxingGroup1', '2024-02-10'));
		await times(4, () => ledger.banquet('sanxing', '2024-02-10'));
		await ledger.reportMonths(2024);
		const { cells } = await readBanquetsByVillage(town.ctx.db, query());
		expect(cells.map(({ name, value }) => [name, value])).toEqual([
			['三星村', 7],
			['河沙村', 0],
			['中坝村', 0],
			['桥头社区', 0]
		]);
	});

	it('lists every occasion', async () => {
		await times(3, () => ledger.banquet('sanxing', '2024-02-10', 'held', 'funeral'));
		await times(3, () => ledger.banquet('sanxing', '2024-02-10', 'cancelled', 'funeral'));
		const { cells, total } = await readBanquetTrend(town.ctx.db, { ...query(), by: 'occasion' });
		expect(cells).toHaveLength(8);
		expect(cells.find(({ key }) => key === 'funeral')).toMatchObject({ value: 3 });
		expect(total).toBe(3);
	});
});

it('dissuasions by village count as the figure does', async () => {
	await times(4, () => ledger.dissuasion('hesha', '2024-05-01'));
	await ledger.dissuasion('hesha', '2024-05-01', { confirmed: false });
	await ledger.banquet('sanxing', '2023-01-01');
	await ledger.reportMonths(2023);
	const { cells, total } = await readPart(town.ctx.db, query(), stoppedByVillage);
	expect(cells.find(({ name }) => name === '河沙村')).toMatchObject({ value: 4, previous: 0 });
	expect(total).toBe(4);
});
