import { describe, expect, test } from 'vitest';
import { dayOfNumber, isOtherYear, readDate, readMonth } from '../../../src/lib/domain/ledgers/ledger-date';
import { reading } from './row-reading';

const yearless = { ...reading, year: null };
const read = (text: string, year: number | null = 2024) => {
	const found = readDate(text, { ...reading, year });
	return 'on' in found ? [found.on, found.doubt].filter(Boolean).join(' ') : found.fault;
};

describe('a day in a ledger', () => {
	test.each([
		['2024-03-05T09:30:00', '2024-03-05'],
		['2024-03-05 9:30', '2024-03-05'],
		['2024年3月5日下午', '2024-03-05'],
		['2024年3月5日 晚上', '2024-03-05'],
		['45356.4', '2024-03-05 date-number'],
		['45356.25', '2024-03-05 date-number'],
		['18000', '1949-04-12 date-number'],
		['80000', '2119-01-11 date-number'],
		['24/03/05', '2024-03-05'],
		['24-3-5', '2024-03-05'],
		['二四年三月五日', '2024-03-05'],
		['二○二四年三月五日', '2024-03-05'],
		['二〇二四年十月三十一日', '2024-10-31'],
		['二〇二四年二十月一日', 'date-wrong'],
		['公历2024年3月5日', '2024-03-05'],
		['新历2024年三月五日', '2024-03-05'],
		['公历2024年三月五', '2024-03-05'],
		['农历2024-2-15', '2024-03-24'],
		['农历2024.2.15', '2024-03-24'],
		['2024年二月十五（农历）', '2024-03-24'],
		['20240229', '2024-02-29'],
		['20230229', 'date-wrong'],
		['18991231', 'date-wrong'],
		['120240305', 'date-wrong'],
		['202403051', 'date-wrong'],
		['17999', 'date-wrong'],
		['80001', 'date-wrong'],
		['453561', 'date-wrong'],
		['45356.x', 'date-wrong'],
		['24.13.5', 'date-wrong'],
		['124.3.5', 'date-wrong'],
		['24.3.5改', 'date-wrong'],
		['13月1日', 'date-wrong'],
		['2024年', 'date-wrong'],
		['', 'date-wrong']
	])('%s is %s, whatever the file is about', (text, on) => expect(read(text, null)).toBe(on));

	test.each([
		['3-1', '2024-03-01'],
		['3/1', '2024-03-01'],
		['3月1日', '2024-03-01'],
		['3月5', '2024-03-05'],
		['3.4', '2024-03-04'],
		['3.01', '2024-03-01'],
		['3.10', '2024-03-10'],
		['12.31', '2024-12-31'],
		['十月十日', '2024-10-10'],
		['十一月二十号', '2024-11-20'],
		['公历三月十五', '2024-03-15'],
		['2.29', '2024-02-29'],
		['农历2.15', '2024-03-24'],
		['农历2/15', '2024-03-24'],
		['农历12.15', '2024-01-25'],
		['农2.15', '2024-03-24'],
		['农2月15', '2024-03-24'],
		['农正月十五', '2024-02-24'],
		['农二月十五', '2024-03-24'],
		['阴历2月15日', '2024-03-24'],
		['旧历二月十五日', '2024-03-24'],
		['二月十五（农历）', '2024-03-24'],
		['二月廿', '2024-03-29'],
		['三月初一日', '2024-04-09'],
		['3月5日（正月廿五）', '2024-03-05'],
		['正月廿五（3月5日）', '2024-03-05']
	])('%s takes the year of the file: %s', (text, on) => {
		expect(read(text)).toBe(on);
		expect(read(text, null)).toBe('year-missing');
	});

	test.each(['3.1', '3.2', '3.3', '12.1'])('%s may have lost a nought', (text) =>
		expect(read(text)).toBe('day-ambiguous')
	);

	test.each([
		'3月5日到6日',
		'3月5日~3月7日',
		'3月5~6日',
		'3月5——6日',
		'3月5号,6号',
		'3月5日-',
		'2024.3.5-6',
		'2024.3.5至2024.3.7',
		'3.5、3.6',
		'三月五日至七日',
		'正月初八、初九',
		'正月初八至正月初九',
		'农历2月15-16',
		'正月初八-十五',
		'腊月廿三到廿五',
		'农历二月十五至十六'
	])('%s is several days', (text) => expect(read(text)).toBe('date-span'));

	test.each(['0.5', '2.30', '13/1', '3月32日', '3月0日', '周二', '3月5日左右', 'x3月5日', '3..5'])(
		'%s is none',
		(text) => expect(read(text)).toBe('date-wrong')
	);

	test.each(['3.1 12:304', '3月1晚上5日', '3月1公历5日', '2024-03-05（2024.3.5）改', '2024-03-05 23:59 ≈ 2024-03-061'])(
		'%s: nothing is left out from between digits, or before a word that is not known',
		(text) => expect(read(text)).toBe('date-wrong')
	);

	test('公历 before a month of the farmers’ calendar is asked about', () => {
		expect(read('公历正月初五')).toBe('date-wrong');
	});

	test('is of a year that has it', () => {
		expect(read('2月29日', 2023)).toBe('date-wrong');
		expect(read('2.29', 2023)).toBe('date-wrong');
		expect(read('农历二月三十一')).toBe('lunar-wrong');
		expect(read('正月')).toBe('lunar-wrong');
		expect(read('农历2023年闰二月初一')).toBe('2023-03-22');
		expect(read('闰二月初一', 2023)).toBe('2023-03-22');
		expect(read('农历2024年闰二月初一')).toBe('lunar-wrong');
	});
});

describe('a day with its weekday', () => {
	test.each([
		['2024年3月10日（星期天）', '2024-03-10'],
		['2024年3月10日 星期日', '2024-03-10'],
		['3月10日礼拜天', '2024-03-10'],
		['3月5日(周二)', '2024-03-05'],
		['2024-03-09 周六', '2024-03-09'],
		['3月10日（周一）', '2024-03-10 weekday-differs'],
		['2024年3月9日（周日）', '2024-03-09 weekday-differs'],
		['待定（周二）', 'date-wrong'],
		['3.1（周五）', 'day-ambiguous']
	])('%s: %s', (text, on) => expect(read(text)).toBe(on));
});

describe('a day in two calendars', () => {
	test.each([
		['2024.1.30（农历腊月二十）', '2024-01-30'],
		['2024.1.30（农历2023年腊月二十）', '2024-01-30'],
		['2024-03-05（2024.3.5）', '2024-03-05'],
		// 冬月二十 comes twice in 2024: once of the lunar year before.
		['2024-01-01（冬月二十）', '2024-01-01'],
		['2024-12-20（冬月二十）', '2024-12-20'],
		// 腊月初三 is in January 2021 and 2022, and in December 2022 once more: each is another lunar year’s.
		['2022-01-05（腊月初三）', '2022-01-05'],
		['2024-03-05（2024.3.6）', 'lunar-differs'],
		['2024-12-30（腊月二十）', 'lunar-differs'],
		['2024-03-05（正月卅）', 'lunar-differs'],
		['待定（正月初五）', 'date-wrong'],
		['2024-03-05（待定）', 'date-wrong']
	])('%s: %s', (text, on) => expect(read(text)).toBe(on));
});

test.each([
	['2024-01-01', 2023, false],
	['2026-01-01', 2024, true],
	['2020-12-31', null, true],
	['2030-01-01', null, false]
])('%s in a file of %s is of another year: %s', (on, year, isOther) => {
	expect(isOtherYear(on, { year, presentYear: 2026 })).toBe(isOther);
});

describe('a month in a ledger', () => {
	test.each([
		['2024-03', '2024-03'],
		['2024.3', '2024-03'],
		['2024/12', '2024-12'],
		['2024年3月份', '2024-03'],
		['二〇二四年三月', '2024-03'],
		['２０２４ 年 ３ 月', '2024-03'],
		['2024年3月5日', '2024-03'],
		['农历2024年二月十五', '2024-03'],
		['45356', 'month-wrong'],
		['2024-13', 'month-wrong'],
		['2024年0月', 'month-wrong'],
		['春天', 'month-wrong'],
		['12024-03', 'month-wrong'],
		['2024年3月前', 'month-wrong'],
		['3月', 'year-missing'],
		['三月份', 'year-missing']
	])('%s: %s', (text, month) => {
		const found = readMonth(text, yearless);
		expect('month' in found ? found.month : found.fault).toBe(month);
	});

	test.each(['3月', '3', '三月', '03月份', '3月5日', '正月廿五'])('of the file’s year: %s', (text) =>
		expect(readMonth(text, reading)).toEqual({ month: '2024-03' })
	);
});

test.each([
	['16866', false, '1946-03-05'],
	[' 16866 ', false, '1946-03-05'],
	['16866.75', false, '1946-03-05'],
	['1000', false, '1902-09-26'],
	['16866', true, '1950-03-06'],
	['999', false, null],
	['168660', false, null],
	['16866.', false, null],
	['16866a', false, null],
	['a16866', false, null]
])('the number %j is a day (from 1904: %s): %s', (text, is1904, on) => expect(dayOfNumber(text, is1904)).toBe(on));
