import { describe, expect, it, test } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { formatPercent } from '../../../src/lib/domain/figures/rate';
import { completionRate } from '../../../src/lib/domain/targets/target';
import { goalOf, isStock } from '../../../src/lib/domain/targets/target-goal';
import { figureOf, read } from './target-figures';

describe('what a target asks', () => {
	it('is at least so much of work, and at most so many banquets', () => {
		expect(goalOf(figureOf('health-lectures'))).toBe('at-least');
		expect(goalOf(figureOf('slogans')), 'work done for its own sake').toBe('at-least');
		expect(goalOf(figureOf('banquets-held'))).toBe('at-most');
	});

	it('is not set for dissuasions, complaints and cases, so that none is invented or hidden for a number', () => {
		expect(figures.filter((figure) => goalOf(figure) === null).map(({ id }) => id)).toEqual([
			'banquets-dissuaded',
			'complaints',
			...(['disputes-received', 'disputes-settled', 'calls', 'incidents-settled', 'incidents-settled-grid'] as const),
			...(['incidents-settled-village', 'incidents-settled-town', 'incidents-overdue'] as const)
		]);
	});

	it('of grids and their people is in place all year', () => {
		expect(isStock(figureOf('grid-helpers'))).toBe(true);
		expect(isStock(figureOf('health-lectures'))).toBe(false);
		expect(read('grid-helpers', 83, 80, '2026-01-02')).toMatchObject({ expected: 83, behindBy: 3, state: 'behind' });
	});
});

describe('完成率', () => {
	test.each([
		[50400, 44000, '114.5%'],
		[42, 42, '100.0%'],
		[174, 176, '98.9%'],
		[1, 8, '12.5%'],
		[1, 16, '6.3%'],
		[0, 42, '0.0%']
	])(
		'of %d done against a target of %d is %s: actual ÷ target, half up on the exact value',
		(done, target, printed) => {
			expect(formatPercent(completionRate(done, target))).toBe(printed);
		}
	);

	it('of a target of 0, and without a count, does not exist', () => {
		expect(completionRate(3, 0)).toBeNull();
		expect(completionRate(null, 42)).toBeNull();
	});
});
