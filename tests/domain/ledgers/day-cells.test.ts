import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { isOtherYear, readDate, readMonth } from '../../../src/lib/domain/ledgers/ledger-date';
import { readMoment } from '../../../src/lib/domain/ledgers/ledger-moment';
import { numberInWords } from '../../../src/lib/domain/ledgers/number-words';
import { fromLunar } from '../../../src/lib/server/calendar/lunar';

const reading = { year: 2024, presentYear: 2024, is1904: false, toSolar: fromLunar };
const yearless = { ...reading, year: null };

describe('a day in a ledger', () => {
	test.each([
		['2024-03-05', '2024-03-05'],
		['2024.3.5', '2024-03-05'],
		['2024/3/5', '2024-03-05'],
		['2024年3月5日', '2024-03-05'],
		['２０２４年３月５日', '2024-03-05'],
		['2024 年 3 月 5 日', '2024-03-05'],
		['二〇二四年三月五日', '2024-03-05'],
		['二零二四年十二月三十一日', '2024-12-31'],
		['20240305', '2024-03-05'],
		['24.3.5', '2024-03-05'],
		['24年3月5日', '2024-03-05'],
		['2024-03-05 09:30', '2024-03-05'],
		['2024年3月5日（周二）', '2024-03-05'],
		['2024年3月5日上午', '2024-03-05'],
		['农历2024年二月十五', '2024-03-24'],
		['2024年正月初八', '2024-02-17'],
		['2025年闰六月初一', '2025-07-25']
	])('%s is %s, whatever the file is about', (text, on) => {
		expect(readDate(text, yearless)).toEqual({ on });
	});

	test.each([
		['3月5日', '2024-03-05'],
		['3月5号', '2024-03-05'],
		['3.5', '2024-03-05'],
		['3/5', '2024-03-05'],
		['03-05', '2024-03-05'],
		['三月五日', '2024-03-05'],
		['十二月二十一日', '2024-12-21'],
		['正月初八', '2024-02-17'],
		['农历二月十五', '2024-03-24'],
		['（农历）八月十五', '2024-09-17'],
		// 腊月 of the lunar year 2023 lies in January 2024: a ledger of 2024 means that one.
		['腊月二十', '2024-01-30'],
		['冬月初一', '2024-12-01']
	])('%s takes the year of the title', (text, on) => {
		expect(readDate(text, reading)).toEqual({ on });
		expect(readDate(text, yearless)).toEqual({ fault: 'year-missing' });
	});

	test.each([
		['3月5日-6日', 'date-span'],
		['3月5日至7日', 'date-span'],
		['2024年3月5日—6日', 'date-span'],
		['3.5-3.6', 'date-span'],
		['2024.3.5-3.6', 'date-span'],
		['3月5日、6日', 'date-span'],
		['正月初八至初九', 'date-span'],
		['3.1', 'day-ambiguous'],
		['三月十五', 'calendar-unsaid'],
		['2024-02-30', 'date-wrong'],
		['13月1日', 'date-wrong'],
		['春节', 'date-wrong'],
		['12', 'date-wrong'],
		['待定', 'date-wrong'],
		['闰三月初一', 'lunar-wrong'],
		['农历2024年正月三十一', 'lunar-wrong']
	])('%s is not guessed: %s', (text, fault) => {
		expect(readDate(text, reading)).toEqual({ fault });
	});

	test.each([
		['2024年3月5日（农历正月廿五）', { on: '2024-03-05' }],
		['农历正月廿五（2024年3月5日）', { on: '2024-03-05' }],
		['2024-01-30（腊月二十）', { on: '2024-01-30' }],
		['2024年3月5日（农历正月廿六）', { fault: 'lunar-differs' }],
		['2025年七月十二', { fault: 'calendar-unsaid' }],
		['七月十二', { fault: 'calendar-unsaid' }],
		['2025年七月十二日', { on: '2025-07-12' }],
		['2024年腊月二十', { on: '2025-01-19', doubt: 'lunar-other-year' }],
		['2024年3月5日（星期三）', { on: '2024-03-05', doubt: 'weekday-differs' }],
		['2024年3月5日（周二）', { on: '2024-03-05' }],
		['2024-03-05 23:59:17 ≈ 2024-03-06', { on: '2024-03-06' }]
	])('%s in two calendars, in another year, with a weekday', (text, read) => {
		expect(readDate(text, reading)).toEqual(read);
	});

	test('a lunar day that the year does not have is asked about, not moved to the next', () => {
		expect(readDate('冬月廿', { ...reading, year: 2025 })).toEqual({ on: '2026-01-08', doubt: 'lunar-other-year' });
		expect(readDate('冬月廿五', { ...reading, year: 2023 })).toEqual({ on: '2024-01-06', doubt: 'lunar-other-year' });
	});

	test.each([
		['2023-12-31', 2024, false],
		['2025-01-01', 2024, false],
		['2004-03-05', 2024, true],
		['0024-03-05', 2024, true],
		['2022-12-31', 2024, true],
		['2021-01-01', null, false],
		['2004-03-05', null, true],
		['1924-03-05', null, true]
	])('%s in a file of %s is of another year: %s', (on, year, isOther) => {
		expect(isOtherYear(on, { year, presentYear: 2026 })).toBe(isOther);
	});

	test.each([
		['3月14日中午1点', '13:00'],
		['3月14日中午12点', '12:00'],
		['3月14日晚上7点', '19:00'],
		['2024-03-14 ９：００', '09:00'],
		['2024-03-14 9:00', '09:00'],
		['3月14日上午9点30分', '09:30'],
		['3月14日晚上12点', null],
		['3月14日上午12点', null],
		['3月14日凌晨2点', '02:00']
	])('%s is %s o’clock', (text, time) => {
		expect(readMoment(text, reading)).toEqual(time ? { on: '2024-03-14', time } : { fault: 'moment-wrong' });
	});

	test.each(['2024-03-05 24:00', '2024-03-05 25:00', '2024-03-05 12:60'])('the time of %s is asked about', (text) =>
		expect(readDate(text, reading)).toEqual({ fault: 'date-wrong' })
	);

	test('bare day numbers are asked about; they count from 1900 or from 1904, as the workbook says', () => {
		const doubt = 'date-number';
		fc.assert(
			fc.property(fc.integer({ min: 20_000, max: 60_000 }), (days) => {
				expect(readDate(String(days), reading)).toEqual({ on: addDays('1899-12-30', days), doubt });
				expect(readDate(String(days), { ...reading, is1904: true })).toEqual({
					on: addDays('1904-01-01', days),
					doubt
				});
			})
		);
	});

	test('is the same however it is written', () => {
		const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2020-01-01', days));
		fc.assert(
			fc.property(day, (on) => {
				const [year, month, date] = on.split('-').map(Number) as [number, number, number];
				const own = { ...reading, year };
				for (const text of [
					`${year}.${month}.${date}`,
					`${year}年${month}月${date}日`,
					`${month}月${date}日`,
					`${month}/${date}`,
					`${numberInWords(month, 'zh-CN').replace('两', '二')}月${numberInWords(date, 'zh-CN').replace('两', '二')}日`
				])
					expect(readDate(text, own), text).toEqual({ on });
			})
		);
	});

	test('as a month and as a moment', () => {
		expect(readMonth('2024年3月', yearless)).toEqual({ month: '2024-03' });
		expect(readMonth('3月份', reading)).toEqual({ month: '2024-03' });
		expect(readMonth('3月', yearless)).toEqual({ fault: 'year-missing' });
		expect(readMonth('2024-03-01', yearless)).toEqual({ month: '2024-03' });
		expect(readMonth('13月', reading)).toEqual({ fault: 'month-wrong' });
		expect(readMoment('2026-03-14 09:00', yearless)).toEqual({ on: '2026-03-14', time: '09:00' });
		expect(readMoment('3月14日9:30', reading)).toEqual({ on: '2024-03-14', time: '09:30' });
		expect(readMoment('3月14日下午2点', reading)).toEqual({ on: '2024-03-14', time: '14:00' });
		expect(readMoment('2026-03-14 09:00-11:00', yearless)).toEqual({ on: '2026-03-14', time: '09:00' });
		expect(readMoment('2026-03-14', yearless)).toEqual({ fault: 'moment-wrong' });
	});
});
