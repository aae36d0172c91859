import { describe, expect, test } from 'vitest';
import { fullAge, nominalAge } from '$lib/domain/birthdays/elder';
import { ageOn, bornOn } from '$lib/server/birthdays/birthdays';
import { solar, lunar } from './birth-dates';

describe('ages (birthday-banquets.md)', () => {
	test('on 2026-02-17 a person born 1946-02-01 is 82 虚岁, born 1946-02-02 is 81; both are 80 周岁', () => {
		const ages = ['1946-02-01', '1946-02-02'].map((on) => [
			ageOn(solar(on), 'nominal', '2026-02-17'),
			ageOn(solar(on), 'full', '2026-02-17')
		]);
		expect(ages).toEqual([
			[82, 80],
			[81, 80]
		]);
	});

	test('虚岁 is the lunar year less the lunar year of birth, plus one', () => {
		expect(nominalAge(1946, 2026)).toBe(81);
		expect(ageOn(lunar(1946, 12, 29), 'nominal', '2026-02-16')).toBe(80);
		expect(ageOn(lunar(1946, 12, 29), 'nominal', '2026-02-17')).toBe(81);
	});

	test('周岁 goes by the solar date, also for an elder with a lunar birthday', () => {
		expect(fullAge('1946-03-05', '2026-03-04')).toBe(79);
		expect(fullAge('1946-03-05', '2026-03-05')).toBe(80);
		expect(fullAge('1948-02-29', '2026-02-28')).toBe(77);
		expect(fullAge('1948-02-29', '2026-03-01')).toBe(78);
		const born = bornOn(lunar(1946, 2, 1))!;
		expect(born).toBe('1946-03-04');
		expect(ageOn(lunar(1946, 2, 1), 'full', '2026-03-03')).toBe(79);
	});
});
