import { describe, expect, it } from 'vitest';
import { read, ledger, times, freshTown } from './figure-ledger';

freshTown();

describe('readFigures', () => {
	it('counts banquets held and reduced by the day they were held, not family meals, cancelled or open ones', async () => {
		await times(5, () => ledger.banquet('sanxing', '2023-02-01'));
		await ledger.banquet('sanxing', '2024-01-01');
		await ledger.banquet('sanxingGroup1', '2024-12-31', 'reduced');
		await ledger.banquet('hesha', '2024-06-01', 'family-meal');
		await ledger.banquet('hesha', '2024-06-02', 'cancelled');
		await ledger.banquet('hesha', '2024-06-03', null);
		await ledger.banquet('hesha', '2024-06-04');
		expect(await read('banquets-held')).toEqual({ value: 3, previous: 5, changeRate: -40 });
	});

	it('is not known where a banquet of a month without any other has no outcome', async () => {
		await ledger.banquet('hesha', '2024-06-03', null);
		expect(await read('banquets-held')).toMatchObject({ value: null });
	});

	it('counts a dissuasion only when a banquet without occasion was cancelled and a second person confirmed it', async () => {
		await ledger.dissuasion('sanxing', '2024-03-01');
		await ledger.dissuasion('sanxing', '2024-03-02', { confirmed: false });
		await ledger.dissuasion('sanxing', '2024-03-03', { outcome: 'reduced' });
		await ledger.dissuasion('sanxing', '2024-03-04', { occasion: 'wedding' });
		await ledger.dissuasion('sanxing', '2023-03-05');
		expect(await read('banquets-dissuaded')).toEqual({ value: 1, previous: 1, changeRate: 0 });
	});

	it('counts entries of the work ledger but not those struck out', async () => {
		await times(3, () => ledger.activity('villagers-meeting', 'hesha', '2024-04-01', { quantity: 40 }));
		await ledger.activity('villagers-meeting', 'hesha', '2024-04-01', { removed: true });
		await times(2, () => ledger.activity('villagers-meeting', 'sanxing', '2023-04-01'));
		expect(await read('villagers-meetings')).toEqual({ value: 3, previous: 2, changeRate: 50 });
	});

	it('adds up the quantities of displays', async () => {
		await ledger.activity('slogan', 'hesha', '2024-04-01', { quantity: 15 });
		await ledger.activity('slogan', 'sanxing', '2024-05-01', { quantity: 6 });
		await ledger.activity('defence-board', 'town', '2024-05-01', { quantity: 97 });
		expect(await read('slogans')).toMatchObject({ value: 21 });
		expect(await read('defence-boards')).toMatchObject({ value: 97 });
	});
});
