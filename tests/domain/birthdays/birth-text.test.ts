import { describe, expect, it, test } from 'vitest';
import { parseBirthText, sayCalendar } from '../../../src/lib/domain/birthdays/birth-text';
import type { Calendar } from '../../../src/lib/domain/birthdays/elder';

const birth = (calendar: Calendar | null, year: number, month: number, day: number, isLeap = false) => ({
	...{ calendar, year, month, day, isLeap }
});

describe('a birth date as it is written', () => {
	test.each([
		'1946-02-30',
		'1946.2.30',
		'1946/2/30',
		'19460230',
		'1946年2月30日',
		'1946年2月30号',
		'1946年2月30',
		'１９４６年２月３０日',
		' 1946 年 2 月 30 日 ',
		'一九四六年二月三十',
		'一九四六年二月三十日'
	])('%s says no calendar', (text) => expect(parseBirthText(text)).toEqual(birth(null, 1946, 2, 30)));

	test.each([
		['农历1946年正月初五', birth('lunar', 1946, 1, 5)],
		['1946年正月5日', birth('lunar', 1946, 1, 5)],
		['1946年冬月十五', birth('lunar', 1946, 11, 15)],
		['1946年腊月廿三', birth('lunar', 1946, 12, 23)],
		['1946年2月初一', birth('lunar', 1946, 2, 1)],
		['1946年2月卅', birth('lunar', 1946, 2, 30)],
		['1941年闰六月初一', birth('lunar', 1941, 6, 1, true)],
		['1941年闰6月5日', birth('lunar', 1941, 6, 5, true)],
		['阴历1946-02-30', birth('lunar', 1946, 2, 30)],
		['（农历）1946.2.30', birth('lunar', 1946, 2, 30)],
		['旧历：1946/2/30', birth('lunar', 1946, 2, 30)],
		['农1946-02-03', birth('lunar', 1946, 2, 3)],
		['阴一九四六年二月三日', birth('lunar', 1946, 2, 3)],
		['1946-02-03,古历', birth('lunar', 1946, 2, 3)],
		['公历1946年2月3日', birth('solar', 1946, 2, 3)],
		['公1946-02-03', birth('solar', 1946, 2, 3)],
		['新历1946-02-03', birth('solar', 1946, 2, 3)],
		// The word and what the month is called contradict each other: of neither calendar for certain.
		['公历1946年正月初五', null],
		['公历1946年三月廿五', null]
	])('%s says which', (text, parts) => expect(parseBirthText(text)).toEqual(parts));

	test.each([
		['一', 1],
		['二', 2],
		['三', 3],
		['四', 4],
		['五', 5],
		['六', 6],
		['七', 7],
		['八', 8],
		['九', 9],
		['十', 10],
		['十一', 11],
		['十二', 12],
		['12', 12]
	])('has the month %s', (month, nth) =>
		expect(parseBirthText(`1946年${month}月3日`)).toEqual(birth(null, 1946, nth, 3))
	);

	test.each([
		['初一', 1],
		['初九', 9],
		['初十', 10],
		['十', 10],
		['五', 5],
		['十五', 15],
		['二十', 20],
		['二十九', 29],
		['廿', 20],
		['廿一', 21],
		['三十', 30],
		['卅', 30],
		['三十一', 31],
		['卅一', 31],
		['25', 25]
	])('has the day %s', (day, nth) =>
		expect(parseBirthText(`农历1946年二月${day}`)).toEqual(birth('lunar', 1946, 2, nth))
	);

	test.each(['一九四〇', '一九四零', '一九四○', '194〇', '1940'])('has the year %s', (year) =>
		expect(parseBirthText(`${year}年2月3日`)).toEqual(birth(null, 1940, 2, 3))
	);

	test.each([
		['', 'nothing'],
		['八十岁', 'an age'],
		['2月3日', 'no year'],
		['46年2月3日', 'a short year'],
		['1946年2月', 'no day'],
		['1946-02', 'no day'],
		['1946-02/03', 'two kinds of marks'],
		['1946-02-03-04', 'more than a day'],
		['x1946-02-03', 'more than a day'],
		['119460203', 'more digits'],
		['194602031', 'more digits'],
		['1946023', 'fewer digits'],
		['1946年0月3日', 'no such month'],
		['1946年13月3日', 'no such month'],
		['1946年闰月3日', 'no such month'],
		['1946年初月3日', 'no such month'],
		['1946年2月0日', 'no such day'],
		['1946年2月32日', 'no such day'],
		['1946年2月三十五', 'no such day'],
		['1946年2月初', 'no such day'],
		['1946年2月十十', 'no such day'],
		['1946年2月廿十', 'no such day'],
		['1946年2月半', 'no such day'],
		['1946年2月2.5日', 'no such day'],
		['1946年1.5月3日', 'no such month'],
		['1946年2月3半', 'no such day'],
		['1946年2半月3日', 'no such month'],
		['1946年2月3日前后', 'more than a day'],
		['约1946年2月3日', 'more than a day']
	])('%j is none: %s', (text) => expect(parseBirthText(text)).toBeNull());

	it('may be any day up to the 31st: whether its calendar has it is asked elsewhere', () => {
		expect(parseBirthText('1946-01-31')).toEqual(birth(null, 1946, 1, 31));
		expect(parseBirthText('1946-12-01')).toEqual(birth(null, 1946, 12, 1));
	});
});

describe('the calendar that a text names', () => {
	test.each(['农历生日', '阴历', '生日（旧历）', '古历', '农', '阴', '农1946', '阴一九四六'])('%s: lunar', (text) =>
		expect(sayCalendar(text)).toBe('lunar')
	);
	test.each(['公历生日', '阳历', '出生（新历）', '国历', '公', '阳', '公1946', '阳二〇〇〇'])('%s: solar', (text) =>
		expect(sayCalendar(text)).toBe('solar')
	);
	test.each([
		'',
		'生日',
		'农历/公历',
		'阴阳历',
		'农/阳历',
		'公农历',
		'阳、阴历生日',
		'农业',
		'公社',
		'社公',
		'村农',
		'神农2组',
		'办公2楼',
		'公历或农历',
		'1946农'
	])('%j: none', (text) => expect(sayCalendar(text)).toBeNull());
});
