import { describe, expect, it } from 'vitest';
import { decideLedgerMonth, ledgerOfFigure, sumCoverage } from '../../../src/lib/domain/figures/coverage';
import { figures, findFigure } from '../../../src/lib/domain/figures/figure';
import { freshTown } from './month-town';

freshTown();

describe('the rules of coverage', () => {
	it('decideLedgerMonth: a month is due on its last day', () => {
		const nothing = { records: 0, zero: null };
		expect(decideLedgerMonth('2026-02', '2026-02-27', nothing)).toEqual({ state: 'running' });
		expect(decideLedgerMonth('2026-02', '2026-02-28', nothing)).toEqual({ state: 'missing' });
		expect(decideLedgerMonth('2026-03', '2026-02-28', nothing)).toEqual({ state: 'coming' });
	});

	it('sumCoverage counts villages and what is missing over the months that are due', () => {
		const [some, missing, running] = [
			{ state: 'reported', records: 1 },
			{ state: 'missing' },
			{ state: 'running' }
		] as const;
		const villages = [{ months: [some, missing, running] }, { months: [some, some, running] }];
		expect(sumCoverage(villages)).toEqual({ villages: 2, complete: 1, months: 2, missing: 1 });
	});

	it('ledgerOfFigure: villages report banquets and their own work, not what the town keeps', () => {
		const of = (id: string) => ledgerOfFigure(findFigure(figures, id)!.source);
		expect(of('banquets-held')).toBe('banquet');
		expect(of('waste-sorting')).toBe('waste-sorting');
		expect(of('media-reports')).toBeNull();
		expect(of('health-lectures')).toBeNull();
	});
});
