import { describe, expect, it } from 'vitest';
import { readSaved } from '../../../src/lib/domain/releases/saving';

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
});
