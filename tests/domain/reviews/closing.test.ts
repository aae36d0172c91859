import { describe, expect, it } from 'vitest';
import { monthBounds, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { nextSpan, parseSpan, writeSpan } from '../../../src/lib/domain/reviews/closing';

describe('a span to close', () => {
	it('is read as the office writes it', () => {
		const read = (text: string) => {
			const span = parseSpan(text);
			return span && writeSpan(span);
		};
		for (const text of [
			'2026-09',
			'2026-9',
			'2026.9',
			'2026/9',
			'2026年9月',
			'2026年09月',
			'2026年九月',
			'2026年9月份'
		])
			expect(read(text), text).toBe('2026-09');
		for (const text of ['2026年十一月', '2026年11月']) expect(read(text), text).toBe('2026-11');
		for (const text of ['2026', '2026年', '2026年度']) expect(read(text), text).toBe('2026');
		for (const text of [
			'2026-Q3',
			'2026Q3',
			'2026年Q3',
			'2026年第3季度',
			'2026年3季度',
			'2026年第三季度',
			'2026年三季度'
		])
			expect(read(text), text).toBe('2026-Q3');
		expect(read('1999'), 'a year of before is a span, which no ledger reaches').toBe('1999');
		for (const text of ['2026-13', '2026年0月', '202609', '0024', '2026-Q5', '2026年第五季度', '2026年十三月', '9月'])
			expect(read(text), text).toBeNull();
	});
});

describe('what is to be closed next', () => {
	const due = (closed: Parameters<typeof nextSpan>[0], today: string, startOn: string | null = '2023-01-01') => {
		const span = nextSpan(closed, startOn, today);
		return span && writeSpan(span);
	};

	it('is the month after the last that is closed, once it is over', () => {
		const closed = [yearBounds(2025), monthBounds(2026, 1), monthBounds(2026, 2)];
		expect(due(closed, '2026-04-01')).toBe('2026-03');
		expect(due(closed, '2026-03-31')).toBeNull();
		expect(due([yearBounds(2025)], '2026-11-30')).toBe('2026-01');
	});

	it('is the whole year where none of its months is closed and all are over', () => {
		expect(due([yearBounds(2024)], '2026-01-01')).toBe('2025');
		expect(due([yearBounds(2024)], '2025-12-31')).toBe('2025-01');
		expect(due([], '2026-04-01')).toBe('2023');
		expect(due([], '2026-04-01', null), 'no ledger is kept').toBeNull();
	});

	it('is the month that was left out between others', () => {
		expect(due([monthBounds(2025, 1), monthBounds(2025, 3)], '2026-04-01')).toBe('2025-02');
	});
});
