import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { decideTake, overlaps } from '$lib/domain/shifts/shift';

const span = fc
	.tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
	.map(([startsAt, length]) => ({ startsAt, endsAt: startsAt + length }));

describe('two spans', () => {
	test.each([
		['overlap when one begins within the other', [9, 11], [10, 12], true],
		['overlap when one lies within the other', [9, 17], [10, 12], true],
		['overlap when they are the same', [9, 11], [9, 11], true],
		['do not overlap when one ends as the other begins', [9, 11], [11, 13], false],
		['do not overlap when they lie apart', [9, 10], [14, 15], false]
	] as const)('%s', (_, [a, b], [c, d], doOverlap) => {
		expect(overlaps({ startsAt: a, endsAt: b }, { startsAt: c, endsAt: d })).toBe(doOverlap);
		expect(overlaps({ startsAt: c, endsAt: d }, { startsAt: a, endsAt: b })).toBe(doOverlap);
	});

	test.prop([span, span])('overlap exactly when they share a moment', (a, b) => {
		const moments = Array.from({ length: a.endsAt - a.startsAt }, (_, at) => a.startsAt + at);
		expect(overlaps(a, b)).toBe(moments.some((at) => at >= b.startsAt && at < b.endsAt));
	});
});

describe('a volunteer', () => {
	const shift = { startsAt: 1000, endsAt: 2000, needed: 2, taken: 1 };

	test('takes a shift that needs a volunteer and overlaps none of the own ones', () => {
		const wanted = { shift, mine: [{ startsAt: 2000, endsAt: 3000 }], now: 500 };
		expect(decideTake(wanted)).toEqual({ ok: true });
	});

	test('may still join a shift that has begun, until it is over', () => {
		expect(decideTake({ shift, mine: [], now: 1999 })).toEqual({ ok: true });
	});

	test.each([
		['finds a shift closed once it is over', { shift, mine: [], now: 2000 }, 'shift-closed'],
		['finds a shift full', { shift: { ...shift, taken: 2 }, mine: [], now: 500 }, 'shift-full'],
		['is never in two places', { shift, mine: [{ startsAt: 1500, endsAt: 2500 }], now: 500 }, 'shift-overlaps']
	] as const)('%s', (_, wanted, refusal) => {
		expect(decideTake(wanted)).toEqual({ ok: false, refusal });
	});
});
