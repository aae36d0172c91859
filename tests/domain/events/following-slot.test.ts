import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { carryOver, findCounterpart } from '../../../src/lib/domain/events/following-slot';

const slot = (on: string, from: string, to: string, capacity: number | null = null) => ({
	startsAt: instantOf(on, from),
	endsAt: instantOf(on, to),
	capacity
});

describe('the counterpart of a slot in the events that follow', () => {
	const here = [slot('2026-03-14', '09:00', '10:00'), slot('2026-03-14', '14:00', '15:00')];

	it('is the one at the same hour, wherever it is in the list', () => {
		const extra = slot('2026-03-21', '08:00', '09:00');
		const [nine, two] = [slot('2026-03-21', '09:00', '10:00'), slot('2026-03-21', '14:00', '15:00')];
		expect(findCounterpart(here, 0, [extra, nine, two])).toBe(nine);
		expect(findCounterpart(here, 1, [extra, nine, two])).toBe(two);
	});

	it('moved to an hour of its own is the one in the same place, and never another slot’s', () => {
		const [ten, two] = [slot('2026-03-21', '10:00', '11:00'), slot('2026-03-21', '14:00', '15:00')];
		expect(findCounterpart(here, 0, [ten, two])).toBe(ten);
		expect(findCounterpart(here, 0, [two])).toBeUndefined();
		expect(findCounterpart(here, 0, [two, slot('2026-03-21', '16:00', '17:00')])).toBeUndefined();
	});

	it('of several days is told by its day as well, and of several at one time by their order', () => {
		const days = [slot('2026-03-14', '09:00', '10:00'), slot('2026-03-15', '09:00', '10:00')];
		const next = [slot('2026-03-21', '09:00', '10:00'), slot('2026-03-22', '09:00', '10:00')];
		expect(findCounterpart(days, 1, next)).toBe(next[1]);
		const twice = [slot('2026-03-14', '09:00', '10:00'), slot('2026-03-14', '09:00', '10:00')];
		const again = [slot('2026-03-21', '09:00', '10:00'), slot('2026-03-21', '09:00', '10:00')];
		expect(findCounterpart(twice, 1, again)).toBe(again[1]);
	});
});

describe('what is carried over', () => {
	const before = slot('2026-03-14', '09:00', '10:00', 5);
	const own = slot('2026-03-21', '15:00', '16:30', 12);

	it('is a change of places alone, where only these change', () => {
		expect(carryOver(own, before, { ...before, capacity: 8 })).toEqual({ ...own, capacity: 8 });
	});

	it('is the same difference of time, and the places stay its own', () => {
		expect(carryOver(own, before, slot('2026-03-15', '09:30', '10:00', 5))).toEqual(
			slot('2026-03-22', '15:30', '16:30', 12)
		);
	});
});
