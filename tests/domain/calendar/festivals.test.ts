import { describe, expect, test } from 'vitest';
import { festivalIds } from '$lib/domain/calendar/festival';
import { festivalsOf } from '$lib/server/calendar/festivals';

const dayOf = (year: number, id: string) => festivalsOf(year).find((festival) => festival.id === id)?.on;

describe('the festivals of a year', () => {
	test.each([
		[2023, 'spring-festival', '2023-01-22'],
		[2023, 'dragon-boat', '2023-06-22'],
		[2023, 'mid-autumn', '2023-09-29'],
		[2024, 'spring-festival', '2024-02-10'],
		[2024, 'qingming', '2024-04-04'],
		[2024, 'dragon-boat', '2024-06-10'],
		[2024, 'mid-autumn', '2024-09-17'],
		[2025, 'qingming', '2025-04-04'],
		[2025, 'mid-autumn', '2025-10-06'],
		[2026, 'spring-festival', '2026-02-17'],
		[2026, 'qingming', '2026-04-05'],
		[2026, 'dragon-boat', '2026-06-19'],
		[2026, 'mid-autumn', '2026-09-25'],
		[2027, 'spring-festival', '2027-02-06'],
		[2024, 'labour-day', '2024-05-01'],
		[2024, 'school-season', '2024-08-01'],
		[2024, 'national-day', '2024-10-01']
	])('%i: %s is on %s', (year, id, on) => {
		expect(dayOf(year, id)).toBe(on);
	});

	test('are all there once, by day, also where mid-autumn falls after the national day', () => {
		for (let year = 2020; year <= 2040; year++) {
			const festivals = festivalsOf(year);
			expect(festivals.map(({ id }) => id).sort()).toEqual([...festivalIds].sort());
			expect(festivals.map(({ on }) => on)).toEqual(festivals.map(({ on }) => on).sort());
			expect(festivals.every(({ on }) => on.startsWith(`${year}-`))).toBe(true);
		}
	});
});
