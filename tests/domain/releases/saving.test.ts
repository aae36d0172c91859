import { describe, expect, it } from 'vitest';
import { isFineAfter, readSaved } from '../../../src/lib/domain/releases/saving';

const older = (tables: number, price: number) => [
	{ key: 'tables', value: tables },
	{ key: 'yuan', value: tables * price },
	{ key: 'leastPrice', value: price },
	{ key: 'mostPrice', value: price }
];

describe('what readers are given of spending saved', () => {
	it('is the amount that was released', () => {
		expect(readSaved([{ key: 'amount', value: 3, beside: 7 }])).toBe(3);
	});

	it('of an older version is rounded, and nothing where it may be that of one or two banquets', () => {
		expect(readSaved(older(400, 480))).toBe(19);
		expect(readSaved(older(190, 500))).toBe(10);
		expect(readSaved(older(189, 500))).toBeNull();
	});

	it('is nothing where no amount was released', () => {
		expect([readSaved([]), readSaved([{ key: 'tables', value: 400 }])]).toEqual([null, null]);
	});
});

describe('an amount after another one', () => {
	const of = (value: number, beside?: number) => [{ key: 'amount', value, beside }];

	it('is read where it is the same, or as many as three banquets came or went', () => {
		const after = (banquets: number) => isFineAfter(of(6, banquets), of(4, 9));
		expect([5, 6, 7, 8, 9, 10, 11, 12].map(after)).toEqual([true, true, ...Array<boolean>(5).fill(false), true]);
		expect(isFineAfter(of(4, 10), of(4, 9))).toBe(true);
	});

	it('is not read where one of them does not say how many banquets are in it, or there is none', () => {
		expect([isFineAfter(of(6), of(4, 9)), isFineAfter(of(6, 12), of(4))]).toEqual([false, false]);
		expect([isFineAfter([], of(4, 9)), isFineAfter(of(6, 12), [])]).toEqual([false, false]);
	});
});
