import { fc, test } from '../../properties';
import { describe, expect, it } from 'vitest';
import { goesWith, inSafeOrder, isLeftBehind, movedWith, overlaps } from '$lib/domain/shifts/shift';

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
