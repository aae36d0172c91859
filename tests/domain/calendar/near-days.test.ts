import { expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { isFarDay, type SecondDay } from '../../../src/lib/domain/calendar/near-days';

const from = '2026-11-12';

test.each<[SecondDay, before: number | null, after: number | null]>([
	['own-banquet', 0, 300],
	['own-funeral', 10, 30],
	['held', 30, 60],
	['called-off', 180, 60],
	['declared', 300, 180],
	['visited', 180, null],
	['settled', null, 366]
])('a day (%s) is far %s days before and %s days after the first of its matter', (second, before, after) => {
	const isFar = (days: number) => isFarDay(second, addDays(from, days), from);
	expect(isFar(0)).toBe(false);
	expect([isFar(-(before ?? 20_000)), isFar(-(before ?? 20_000) - 1)]).toEqual([false, before !== null]);
	expect([isFar(after ?? 20_000), isFar((after ?? 20_000) + 1)]).toEqual([false, after !== null]);
});
