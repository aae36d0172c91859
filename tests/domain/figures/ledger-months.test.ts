import { describe, expect, it } from 'vitest';
import {
	checkedVillages,
	decideLedgerMonth,
	isKnownZero,
	isMissing,
	ledgerOfFigure,
	sumCoverage,
	type LedgerMonth
} from '../../../src/lib/domain/figures/coverage';

const today = '2024-06-15';
const zero = { id: 'z', doneOn: '2024-06-02' };
const decide = (month: string, facts: Partial<Parameters<typeof decideLedgerMonth>[2]> = {}, on = today) =>
	decideLedgerMonth(month, on, { records: 0, zero: null, ...facts });

describe('a month of a ledger', () => {
	it('with records is reported, also where a zero was checked, and before it is over', () => {
		expect(decide('2024-05', { records: 1, zero })).toEqual({ state: 'reported', records: 1 });
		expect(decide('2024-06', { records: 2 })).toEqual({ state: 'reported', records: 2 });
	});

	it('without records is a zero only where a cadre checked it', () => {
		expect(decide('2024-05', { zero })).toEqual({ state: 'checked', checkedOn: '2024-06-02', id: 'z' });
		expect(decide('2024-05')).toEqual({ state: 'missing' });
	});

	it('is not missing before its last day', () => {
		expect(decide('2024-07')).toEqual({ state: 'coming' });
		expect(decide('2024-06')).toEqual({ state: 'running' });
		expect(decide('2024-06', {}, '2024-06-29')).toEqual({ state: 'running' });
		expect(decide('2024-06', {}, '2024-06-30')).toEqual({ state: 'missing' });
		expect(decide('2023-12', {}, '2024-01-01')).toEqual({ state: 'missing' });
	});

	it('in which an entry waits is no zero, also where one was checked, but with a record it is reported', () => {
		expect(decide('2024-05', { waiting: 2 })).toEqual({ state: 'waiting', waiting: 2 });
		expect(decide('2024-05', { waiting: 1, zero })).toEqual({ state: 'waiting', waiting: 1 });
		expect(decide('2024-05', { records: 1, waiting: 1 })).toEqual({ state: 'reported', records: 1 });
	});

	it('waits for its entries from its last day on', () => {
		const on = (day: string) => decide('2024-06', { waiting: 1 }, day).state;
		expect(['2024-05-31', '2024-06-29', '2024-06-30', '2024-07-01'].map(on)).toEqual([
			...['coming', 'running', 'waiting', 'waiting']
		]);
	});

	it('is due and not known where nothing is reported of it, or an entry waits', () => {
		const states = ['reported', 'waiting', 'checked', 'missing', 'running', 'coming', 'before'];
		expect(states.filter((state) => isMissing({ state }))).toEqual(['waiting', 'missing']);
	});
});

const month = (state: LedgerMonth['state']) => ({ state }) as LedgerMonth;
const village = (...states: LedgerMonth['state'][]) => ({ months: states.map(month) });

describe('how complete the reports of the villages are', () => {
	it('is counted over the months that are over or have a record', () => {
		expect(
			sumCoverage([
				village('reported', 'checked', 'running', 'coming'),
				village('reported', 'missing', 'running', 'coming'),
				village('missing', 'missing', 'reported', 'coming')
			])
		).toEqual({ villages: 3, complete: 1, months: 3, missing: 3 });
	});

	it('is not counted over a month that runs without a record', () => {
		expect(sumCoverage([village('reported', 'running')])).toMatchObject({ complete: 1, months: 1, missing: 0 });
	});

	it('is not counted over the months before the ledger', () => {
		expect(sumCoverage([village('before', 'before', 'missing', 'reported')])).toMatchObject({ months: 2, missing: 1 });
	});

	it('lacks a month in which an entry waits', () => {
		expect(sumCoverage([village('waiting', 'reported')])).toEqual({ villages: 1, complete: 0, months: 2, missing: 1 });
	});

	it('of no village is nothing', () => {
		expect(sumCoverage([])).toEqual({ villages: 0, complete: 0, months: 0, missing: 0 });
	});
});

describe('the villages that have checked a month', () => {
	it('are counted among those that report it', () => {
		const villages = [village('checked', 'reported'), village('checked', 'missing'), village('missing', 'coming')];
		expect(checkedVillages(villages, 0)).toEqual({ villages: 2, allVillages: 3 });
		expect(checkedVillages(villages, 1)).toEqual({ villages: 0, allVillages: 2 });
	});
});

describe('a zero of all villages together', () => {
	it('is known where each reported or checked the month', () => {
		const villages = [village('checked', 'checked', 'checked'), village('reported', 'missing', 'running')];
		expect([0, 1, 2].map((at) => isKnownZero(villages, at))).toEqual([true, false, false]);
		expect(isKnownZero([village('coming')], 0)).toBe(false);
	});

	it('is not known where there is no village', () => {
		expect(isKnownZero([], 0)).toBe(false);
	});
});

it('a figure that the town keeps has no ledger of the villages', () => {
	expect(ledgerOfFigure({ from: 'banquets-held' })).toBe('banquet');
	expect(ledgerOfFigure({ from: 'pledges-signed' })).toBeNull();
	expect(ledgerOfFigure({ from: 'grids' })).toBeNull();
});
