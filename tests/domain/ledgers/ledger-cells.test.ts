import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityKinds } from '../../../src/lib/domain/activities/activity';
import { occasions, origins, outcomes } from '../../../src/lib/domain/banquets/banquet';
import { dissuasionOutcomes } from '../../../src/lib/domain/banquets/dissuasion';
import { addDays } from '../../../src/lib/domain/calendar/calendar';
import { diets, mobilities, photoConsents } from '../../../src/lib/domain/birthdays/elder';
import { readChoice } from '../../../src/lib/domain/ledgers/column';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { readDate, readMoment, readMonth } from '../../../src/lib/domain/ledgers/ledger-date';
import { readNumber } from '../../../src/lib/domain/ledgers/ledger-number';
import { findLedgerGroup, findLedgerUnit, groupInCell } from '../../../src/lib/domain/ledgers/ledger-unit';
import { numberInWords } from '../../../src/lib/domain/ledgers/number-words';
import { fromLunar } from '../../../src/lib/server/calendar/lunar';

const reading = { year: 2024, is1904: false, toSolar: fromLunar };
const yearless = { ...reading, year: null };
/** What the words in a cell of a column mean. */
const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

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
		['45356', '2024-03-05'],
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

	test('bare day numbers count from 1900 or from 1904, as the workbook says', () => {
		fc.assert(
			fc.property(fc.integer({ min: 20_000, max: 60_000 }), (days) => {
				expect(readDate(String(days), reading)).toEqual({ on: addDays('1899-12-30', days) });
				expect(readDate(String(days), { ...reading, is1904: true })).toEqual({ on: addDays('1904-01-01', days) });
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

describe('a number in a ledger', () => {
	test.each([
		['12', 12],
		['12桌', 12],
		['１２ 桌', 12],
		['十二桌', 12],
		['约12', 12],
		['约 20桌左右', 20],
		['12.0', 12],
		['1,200', 1200],
		['两桌', 2],
		['一百零五户', 105],
		['0', 0]
	])('%s is %i', (text, number) => expect(readNumber(text)).toEqual({ number }));

	test.each([
		['10-12', 'number-span'],
		['十至十二桌', 'number-span'],
		['12.5', 'number-wrong'],
		['十余桌', 'number-wrong'],
		['一百五', 'number-wrong'],
		['三五桌', 'number-wrong'],
		['20+5', 'number-wrong'],
		['若干', 'number-wrong']
	])('%s is not guessed: %s', (text, fault) => expect(readNumber(text)).toEqual({ fault }));

	test('is the same in words', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
				expect(readNumber(numberInWords(number, 'zh-CN'))).toEqual({ number });
			})
		);
	});
});

describe('a word of a closed list', () => {
	const words = (locale: string, area: string) =>
		JSON.parse(readFileSync(`src/i18n/${locale}/${area}.json`, 'utf8')) as Record<string, string>;
	const lists = [
		['occasion', 'banquets', 'banquets_occasion', occasions],
		['origin', 'banquets', 'banquets_origin', origins],
		['outcome', 'banquets', 'banquets_outcome', outcomes],
		['dissuasion', 'banquets', 'banquets_dissuasion', dissuasionOutcomes],
		['kind', 'activities', 'activities_kind', activityKinds],
		['mobility', 'elders', 'elders_mobility', mobilities],
		['diet', 'elders', 'elders_diet', diets],
		['photo', 'elders', 'elders_photo', photoConsents]
	] as const;

	test.each(['zh-CN', 'en'])('is known by what the software itself writes (%s)', (locale) => {
		for (const [list, area, prefix, values] of lists)
			for (const value of values) {
				const word = words(locale, area)[`${prefix}_${value.replaceAll('-', '_')}`]!;
				expect(choiceOf(list, word), `${list}: ${word}`).toBe(value);
			}
	});

	test.each([
		['occasion', '结婚', 'wedding'],
		['occasion', '升学宴', 'school'],
		['occasion', '白事', 'funeral'],
		['occasion', '70大寿', 'longevity'],
		['outcome', '劝停', 'cancelled'],
		['outcome', '已办', 'held'],
		['dissuasion', '劝停成功', 'cancelled'],
		['dissuasion', '未劝停', 'went-ahead'],
		['kind', '院坝会', 'villagers-meeting'],
		['hygiene', '√', 'yes'],
		['sex', '女', 'female']
	] as const)('%s: %s is %s', (list, text, value) => expect(choiceOf(list, text)).toBe(value));

	test('that is unknown is not guessed', () => {
		expect(choiceOf('occasion', '看情况')).toBeNull();
		expect(choiceOf('sex', '？')).toBeNull();
	});
});

describe('a unit in a ledger', () => {
	const unit = (id: string, kind: 'town' | 'village' | 'group', name: string, parentId: string | null) => ({
		id,
		kind,
		name,
		parentId,
		nameEn: id
	});
	const units = [
		unit('t', 'town', '太平场镇', null),
		unit('s', 'village', '三星村', 't'),
		unit('h', 'village', '河沙村', 't'),
		unit('s1', 'group', '三星村一组', 's'),
		unit('s11', 'group', '三星村十一组', 's'),
		unit('h1', 'group', '一组', 'h')
	];
	test.each([
		['三星村', 's'],
		['三 星 村', 's'],
		['三星', 's'],
		['太平场镇三星村', 's'],
		['三星村一组', 's'],
		['太平场镇', 't'],
		['H', 'h'],
		['中坝村', null],
		['', null]
	])('%s', (text, id) => expect(findLedgerUnit(units, text)?.id ?? null).toBe(id));

	test.each([
		['一组', 's1'],
		['1组', 's1'],
		['第1村民小组', 's1'],
		['三星村一组', 's1'],
		['１１社', 's11'],
		['十一组', 's11'],
		['九组', undefined]
	])('the group %s', (text, id) => expect(findLedgerGroup(units, 's', text)?.id).toBe(id));

	test('a group may follow its village in one cell', () => {
		expect(groupInCell('三星村一组')).toBe('一组');
		expect(groupInCell('三星村')).toBe('');
	});
});
