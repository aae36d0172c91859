import { describe, expect, it } from 'vitest';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { chooseYear } from '../../../src/lib/server/figures/report-year';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { freshTown, ledger, times, town } from './figure-ledger';

freshTown();

const today = '2026-11-30';
async function choose(reader: 'staff' | 'public', asked: string | null = null) {
	const { year, why, years } = await chooseYear(town.ctx.db, { scope: town.units.town, asked, today, reader });
	return { year, why, years };
}

describe('the year that is offered', () => {
	it('is not taken from banquets: each year with any record is, the running one first for staff', async () => {
		await ledger.banquet('sanxing', '2023-02-10');
		await ledger.banquet('sanxing', '2024-02-10');
		await times(30, () => ledger.activity('villagers-meeting', 'sanxing', '2026-03-01'));
		expect(await choose('staff')).toEqual({ year: 2026, why: 'running', years: [2026, 2024, 2023] });
		await ledger.activity('slogan', 'sanxing', '2024-03-01');
		expect(await choose('public')).toEqual({ year: 2024, why: 'last-whole', years: [2026, 2024] });
		expect(await choose('public', '2025')).toEqual({ year: 2025, why: 'asked', years: [2026, 2025, 2024] });
	});

	it('is not offered to the public for a record of a household alone, before the year is closed', async () => {
		await ledger.activity('slogan', 'sanxing', '2025-03-01');
		const before = await choose('public');
		await ledger.banquet('sanxing', '2024-02-10');
		await ledger.pledge('sanxing', '2024-02-10');
		await ledger.dissuasion('sanxing', '2024-02-10');
		expect(await choose('public')).toEqual(before);
	});

	it('is for the public the last one that was closed, and only then one with records', async () => {
		await ledger.banquet('sanxing', '2024-02-10');
		await ledger.activity('slogan', 'sanxing', '2025-02-10');
		expect(await choose('public')).toMatchObject({ year: 2025, why: 'last-whole' });
		const command = { id: town.ctx.newId(), snapshotId: town.ctx.newId(), unitId: town.units.town, span: '2024' };
		expect(await closePeriod(town.as('zhou'), { ...command, definitions: figureDefinitions })).toEqual({ ok: true });
		expect(await choose('public')).toMatchObject({ year: 2024, why: 'last-closed', years: [2025, 2024] });
	});

	it('is not offered for a record of before its own ledger, though another one has begun', async () => {
		await ledger.declareStart('2024-01-01', ['activities', 'events']);
		await ledger.declareStart('2022-12-01', ['banquets']);
		await ledger.activity('slogan', 'town', '2022-12-05');
		await ledger.activity('slogan', 'town', '2024-03-05');
		expect(await choose('public')).toEqual({ year: 2024, why: 'last-whole', years: [2024] });
		expect((await choose('staff')).years).toEqual([2026, 2024]);
		await ledger.banquet('sanxing', '2022-12-10');
		expect((await choose('staff')).years).toEqual([2026, 2024, 2022]);
	});

	it('is none of before the ledgers begin, nor of what is only in place', async () => {
		await ledger.declareStart('2024-01-01');
		await ledger.activity('slogan', 'town', '1924-03-05');
		await ledger.activity('slogan', 'town', '2024-03-05');
		await ledger.grid('sanxing', '2025-01-01');
		expect(await choose('staff')).toEqual({ year: 2026, why: 'running', years: [2026, 2024] });
	});
});
