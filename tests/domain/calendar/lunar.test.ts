import { SolarDay } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '$lib/domain/calendar/calendar';
import { lunarDayName, lunarMonthName } from '$lib/domain/calendar/lunar-date';
import { fromLunar, lunarMonthsOf, lunarOf, toLunar } from '$lib/server/calendar/lunar';

describe('the lunar calendar over every day from 1900 to 2100', () => {
	test('turns every day into a lunar one and back', () => {
		let last = toLunar('1899-12-31');
		for (let on = '1900-01-01'; on <= '2100-12-31'; on = addDays(on, 1)) {
			const lunar = toLunar(on);
			if (fromLunar(lunar) !== on) expect(fromLunar(lunar), on).toBe(on);
			const isNext = lunar.day === last.day + 1 && lunar.month === last.month && lunar.isLeap === last.isLeap;
			const isNewMonth = lunar.day === 1 && last.day >= 29;
			if (!isNext && !isNewMonth) expect.fail(`${on} does not follow the day before`);
			last = lunar;
		}
	});

	test('has months of 29 or 30 days, at most one leap month a year, each after the month it doubles, and no gap', () => {
		for (let year = 1900; year <= 2100; year++) {
			const months = lunarMonthsOf(year);
			expect(months.every(({ days }) => days === 29 || days === 30)).toBe(true);
			const leaps = months.filter(({ isLeap }) => isLeap);
			expect(leaps.length).toBeLessThanOrEqual(1);
			expect(months.length).toBe(12 + leaps.length);
			expect(months.filter(({ isLeap }) => !isLeap).map(({ month }) => month)).toEqual(
				Array.from({ length: 12 }, (_, at) => at + 1)
			);
			for (const [at, { month, isLeap, firstOn, days }] of months.entries()) {
				if (isLeap) expect(months[at - 1]!.month).toBe(month);
				const next = months[at + 1]?.firstOn ?? lunarMonthsOf(year + 1)[0]!.firstOn;
				expect(daysBetween(firstOn, next)).toBe(days);
			}
		}
	});

	test('says a day as the library does, on every fifth day', () => {
		for (let on = '1930-01-03'; on <= '2040-12-31'; on = addDays(on, 5)) {
			const [year, month, day] = on.split('-').map(Number) as [number, number, number];
			const expected = SolarDay.fromYmd(year, month, day).getLunarDay();
			const found = lunarOf(on);
			const isSame =
				found.month === Math.abs(expected.getMonth()) &&
				found.day === expected.getDay() &&
				found.isLeap === expected.getLunarMonth().isLeap() &&
				found.name === `${expected.getLunarMonth().getName()}${expected.getName()}` &&
				found.dayName === expected.getName();
			if (!isSame) expect.fail(on);
		}
		expect([lunarMonthName(1), lunarMonthName(6, true), lunarMonthName(12)]).toEqual(['正月', '闰六月', '腊月']);
		expect([1, 10, 11, 20, 23, 30].map(lunarDayName)).toEqual(['初一', '初十', '十一', '二十', '廿三', '三十']);
	});
});
