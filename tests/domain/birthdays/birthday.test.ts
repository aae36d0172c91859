import { fc, test as property } from '../../properties';
import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar/calendar';
import { readBirth, writeBirth } from '$lib/domain/birthdays/elder';
import { birthdayIn, birthdaysBetween } from '$lib/server/birthdays/birthdays';
import { lunarMonthsOf } from '$lib/server/calendar/lunar';
import { solar, lunar } from './birth-dates';

describe('the birthday of a year', () => {
	test('二月三十 falls on the 29th in 2026, which is 2026-04-16', () => {
		expect(birthdayIn(lunar(1946, 2, 30), 2026)).toBe('2026-04-16');
	});

	test('of a leap month is kept in the ordinary month of other years, and in the leap month where there is one', () => {
		const birth = lunar(1941, 6, 5, true);
		expect(birthdayIn(birth, 2026)).toBe(birthdayIn(lunar(1941, 6, 5), 2026));
		expect(birthdayIn(birth, 2025)).toBe('2025-07-29');
		expect(birthdayIn(lunar(1941, 6, 5), 2025)).toBe('2025-06-29');
	});

	test('given in the solar calendar stays there, 29 February on the 28th', () => {
		expect(birthdayIn(solar('1946-03-05'), 2026)).toBe('2026-03-05');
		expect(birthdayIn(solar('1948-02-29'), 2026)).toBe('2026-02-28');
		expect(birthdayIn(solar('1948-02-29'), 2028)).toBe('2028-02-29');
	});

	const births = fc
		.record({ year: fc.integer({ min: 1920, max: 1970 }), nth: fc.nat(12), day: fc.integer({ min: 1, max: 29 }) })
		.map(({ year, nth, day }) => {
			const months = lunarMonthsOf(year);
			const { month, isLeap } = months[nth % months.length]!;
			return lunar(year, month, day, isLeap);
		});

	property.prop([births, fc.integer({ min: 2000, max: 2060 })])(
		'comes exactly once in every lunar year, and is written and read alike',
		(birth, year) => {
			const months = lunarMonthsOf(year);
			const last = months.at(-1)!;
			const toOn = addDays(last.firstOn, last.days - 1);
			expect(birthdaysBetween(birth, months[0]!.firstOn, toOn)).toEqual([birthdayIn(birth, year)]);
			expect(readBirth(writeBirth(birth))).toEqual(birth);
		}
	);
});

describe('a birth date as it is kept', () => {
	test('is one short text, the same for the same date', () => {
		expect(writeBirth(lunar(1946, 2, 30))).toBe('L1946-02-30');
		expect(writeBirth(lunar(1941, 6, 1, true))).toBe('L1941-06!-01');
		expect(writeBirth(solar('1946-03-05'))).toBe('S1946-03-05');
		expect(readBirth('L1941-06!-01')).toEqual(lunar(1941, 6, 1, true));
		expect(readBirth('S1946-03-05')).toEqual(solar('1946-03-05'));
	});

	test.each(['', '1946-03-05', 'L1946-02', 'L1946-02-30!', 'XL1946-02-30', 'L1946-2-30', 'L1946-02-3'])(
		'is not %j, as where it was erased',
		(text) => expect(readBirth(text)).toBeNull()
	);
});
