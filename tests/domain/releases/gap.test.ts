import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { quarterBounds, type Period } from '../../../src/lib/domain/calendar/reporting-period';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { ledgerNames, type LedgerName } from '../../../src/lib/domain/figures/ledger';
import { gapOf, isAnyBegun } from '../../../src/lib/domain/releases/gap';
import { publishedOf } from '../../../src/lib/domain/releases/published';
import type { Release } from '../../../src/lib/domain/releases/release';

const startsOn = (on: string | null) =>
	Object.fromEntries(ledgerNames.map((ledger) => [ledger, on])) as Record<LedgerName, string | null>;
const of = (figure: 'elders-hosted' | 'blood-donations', kind: 'year' | 'line', span: Period): Release => ({
	...{ figure, kind, year: 2024, cells: [{ key: '', value: 32 }] },
	...span
});

describe('why a figure has no number', () => {
	const released = [of('elders-hosted', 'year', yearBounds(2024)), of('elders-hosted', 'line', quarterBounds(2024, 1))];
	const gap = (range: Period, over: { isOpen?: boolean; start?: string | null; withdrawn?: boolean } = {}) =>
		gapOf(getFigure('elders-hosted'), {
			range,
			isOpen: over.isOpen ?? false,
			starts: startsOn(over.start === undefined ? '2023-01-01' : over.start),
			published: publishedOf({
				releases: over.withdrawn ? [] : released,
				withdrawn: over.withdrawn ? [{ figure: 'elders-hosted', year: 2024 }] : [],
				...{ replaced: [], closed: [], mergers: [], splits: [] }
			})
		});

	it('is that it is published of longer spans, where its year is published and the period cuts one of them', () => {
		const twoMonths = { fromOn: '2024-01-01', toOn: monthBounds(2024, 2).toOn };
		expect(gap(twoMonths)).toBe('coarser');
		expect(gap(quarterBounds(2024, 1))).toBeNull();
		expect(gap(yearBounds(2024))).toBeNull();
	});

	it('is that the ledger had not begun, was never closed, was taken back, or is not there yet', () => {
		expect(gap(yearBounds(2022))).toBe('not-begun');
		expect(gap(yearBounds(2024), { start: null })).toBe('not-begun');
		expect(gap(yearBounds(2022), { isOpen: true }), 'before the ledger nothing is to be closed').toBe('not-begun');
		expect(gap(yearBounds(2023), { isOpen: true })).toBe('not-closed');
		expect(gap(yearBounds(2024), { withdrawn: true })).toBe('withdrawn');
		expect(gap(monthBounds(2025, 3))).toBe('not-yet');
	});
});

it('a ledger has begun in the period of its first day', () => {
	expect(isAnyBegun(startsOn('2023-12-31'), ['events'], yearBounds(2023))).toBe(true);
	expect(isAnyBegun(startsOn('2024-01-01'), ['events'], yearBounds(2023))).toBe(false);
	expect(isAnyBegun(startsOn(null), ['events'], yearBounds(2023))).toBe(false);
});
