import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
	canTake,
	decideTake,
	goesWith,
	inSafeOrder,
	isLeftBehind,
	movedWith,
	overlaps
} from '$lib/domain/shifts/shift';

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
		expect(canTake(wanted)).toBe(true);
	});

	test('may still join a shift that has begun, until it is over', () => {
		expect(canTake({ shift, mine: [], now: 1999 })).toBe(true);
	});

	test.each([
		['finds a shift closed once it is over', { shift, mine: [], now: 2000 }, 'shift-closed'],
		['finds a shift full', { shift: { ...shift, taken: 2 }, mine: [], now: 500 }, 'shift-full'],
		['is never in two places', { shift, mine: [{ startsAt: 1500, endsAt: 2500 }], now: 500 }, 'shift-overlaps']
	] as const)('%s', (_, wanted, refusal) => {
		expect(decideTake(wanted)).toEqual({ ok: false, refusal });
		expect(canTake(wanted)).toBe(false);
	});
});

describe('shifts and the slots of their event', () => {
	const hour = 3_600_000;
	const span = (from: number, to: number) => ({ startsAt: from * hour, endsAt: to * hour });
	const [morning, afternoon] = [span(9, 11), span(14, 16)];

	it('a shift goes with the slot it lies nearest to, and with none when it lies between', () => {
		const slots = [morning, afternoon];
		expect(slots.map((slot) => goesWith(span(8, 9), slot, slots))).toEqual([true, false]);
		expect(slots.map((slot) => goesWith(span(13, 14), slot, slots))).toEqual([false, true]);
		expect(slots.map((slot) => goesWith(span(10, 15), slot, slots))).toEqual([false, false]);
		expect(goesWith(span(20, 21), morning, [morning])).toBe(true);
	});

	it('follows the start of its slot, and from its end on the end', () => {
		const longer = span(9, 12);
		expect(movedWith(span(8, 9), morning, longer)).toEqual(span(8, 9));
		expect(movedWith(span(9, 11), morning, longer)).toEqual(span(9, 12));
		expect(movedWith(span(11, 12), morning, longer)).toEqual(span(12, 13));
		expect(movedWith(span(8, 12), morning, span(10, 12))).toEqual(span(9, 13));
	});

	it('is left behind when every slot is more than three hours away', () => {
		expect(isLeftBehind(span(5, 6), [morning])).toBe(false);
		expect(isLeftBehind(span(4, 5), [morning])).toBe(true);
		expect(isLeftBehind(span(4, 5), [])).toBe(false);
	});

	test.prop([fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), fc.integer({ min: -9, max: 9 })])(
		'moved alike in the safe order never meet on the way',
		(starts, by) => {
			const moves = [...new Set(starts)].map((start) => ({
				before: span(start, start + 1),
				after: span(start + by, start + by + 1)
			}));
			const now = new Map(moves.map((move) => [move, move.before]));
			for (const move of inSafeOrder(moves)) {
				now.set(move, move.after);
				const others = [...now].filter(([other]) => other !== move).map(([, at]) => at);
				expect(others.some((other) => overlaps(other, move.after))).toBe(false);
			}
			expect([...now.values()]).toEqual(moves.map(({ after }) => after));
		}
	);
});
