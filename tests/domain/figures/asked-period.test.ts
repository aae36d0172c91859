import { describe, expect, it } from 'vitest';
import { parseTypedMonth, periodQuery, rangeOf } from '../../../src/lib/domain/figures/asked-period';

describe('an asked period', () => {
	it('has its first and last day', () => {
		expect(rangeOf({ kind: 'year', year: 2024 })).toEqual({ fromOn: '2024-01-01', toOn: '2024-12-31' });
		expect(rangeOf({ kind: 'quarter', year: 2024, quarter: 1 })).toEqual({ fromOn: '2024-01-01', toOn: '2024-03-31' });
		expect(rangeOf({ kind: 'month', year: 2024, month: 2 })).toEqual({ fromOn: '2024-02-01', toOn: '2024-02-29' });
		expect(rangeOf({ kind: 'range', from: '2023-11', to: '2024-02' })).toEqual({
			fromOn: '2023-11-01',
			toOn: '2024-02-29'
		});
	});

	it('is written into an address, 环比 too', () => {
		expect(String(periodQuery({ kind: 'quarter', year: 2024, quarter: 2 }, 'year-earlier'))).toBe(
			'year=2024&quarter=2'
		);
		expect(String(periodQuery({ kind: 'range', from: '2024-03', to: '2024-08' }, 'period-before'))).toBe(
			'from=2024-03&to=2024-08&compare=period-before'
		);
	});

	it.each([
		['2024-03', '2024-03'],
		['2024.3', '2024-03'],
		['２０２４年３月', '2024-03'],
		[' 2024 / 12 ', '2024-12'],
		['2024-13', null],
		['2024-123', null],
		['12024-03', null],
		['2024-03-05', null],
		['3月', null],
		['abc', null],
		['', null]
	])('reads a typed month %j as %j', (typed, month) => {
		expect(parseTypedMonth(typed)).toBe(month);
	});
});
