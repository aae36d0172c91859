import { describe, expect, it } from 'vitest';
import { read, ledger, times, freshTown } from './figure-ledger';

freshTown();

describe('readFigures', () => {
	it('counts household pledges in force at the end of the year, and of these those signed in it', async () => {
		await times(2, () => ledger.pledge('sanxing', '2023-01-06'));
		await ledger.pledge('sanxing', '2023-06-01', { withdrawnOn: '2024-03-01' });
		await ledger.pledge('hesha', '2024-06-01');
		await ledger.pledge('hesha', '2024-06-01', { withdrawnOn: '2024-07-01' });
		await ledger.pledge('hesha', '2024-06-01', { audience: 'party-member' });
		expect(await read('pledges-in-force')).toEqual({ value: 3, previous: 3, changeRate: 0 });
		expect(await read('pledges-signed')).toEqual({ value: 1, previous: 3, changeRate: -66.7 });
		expect(await read('pledges-in-force', { unit: 'hesha' })).toMatchObject({ value: 1, previous: 0 });
		expect(await read('pledges-in-force', { year: 2022 })).toMatchObject({ value: null });
	});

	it('counts grids and their members in place at the end of the year', async () => {
		const grid = await ledger.grid('sanxing', '2023-01-01');
		await ledger.grid('town', '2023-01-01', '2024-06-30');
		await ledger.member(grid, 'full-time', '2023-03-01', '2024-02-01');
		await times(2, () => ledger.member(grid, 'full-time', '2024-02-01'));
		await ledger.member(grid, 'helper', '2025-01-01');
		expect(await read('grids')).toEqual({ value: 1, previous: 2, changeRate: -50 });
		expect(await read('grid-workers-full-time')).toEqual({ value: 2, previous: 1, changeRate: 100 });
		expect(await read('grid-helpers')).toEqual({ value: 0, previous: 0, changeRate: null });
	});
});
