import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { addDays, dateOf, instantOf, isMonth, isTime, timeOf } from '$lib/domain/calendar/calendar';

describe('instants and the town’s clock', () => {
	test.each([
		['2024-03-04T16:00:00Z', '2024-03-05', '00:00'],
		['2024-03-04T15:59:59Z', '2024-03-04', '23:59'],
		['2024-12-31T16:00:00Z', '2025-01-01', '00:00'],
		['2024-02-29T04:30:00Z', '2024-02-29', '12:30'],
		['1990-07-01T00:00:00Z', '1990-07-01', '09:00'],
		['1990-12-01T00:00:00Z', '1990-12-01', '08:00'],
		['1970-01-01T00:00:00Z', '1970-01-01', '08:00']
	])('%s is %s %s in Shanghai, and back', (utc, on, time) => {
		const at = Date.parse(utc);
		expect([dateOf(at), timeOf(at)]).toEqual([on, time]);
		expect(instantOf(on, time)).toBe(Math.floor(at / 60_000) * 60_000);
	});

	test.prop([fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 0, 1) })])(
		'date and time of an instant lead back to its minute',
		(at) => {
			expect(instantOf(dateOf(at), timeOf(at))).toBe(Math.floor(at / 60_000) * 60_000);
		}
	);

	test('a date or time that does not exist throws instead of sliding to another', () => {
		expect(() => instantOf('2023-02-29', '08:00')).toThrow(RangeError);
		expect(() => instantOf('2024-02-29', '24:00')).toThrow(RangeError);
		expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
	});
});

test('times run from 00:00 to 23:59, months from 01 to 12', () => {
	expect(['00:00', '23:59', '24:00', '9:30', '09:60', ''].filter(isTime)).toEqual(['00:00', '23:59']);
	expect(['2024-01', '2024-12', '2024-13', '2024-1', '2024'].filter(isMonth)).toEqual(['2024-01', '2024-12']);
});
