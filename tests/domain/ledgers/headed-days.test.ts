import { describe, expect, test } from 'vitest';
import { readRow } from '../../../src/lib/domain/ledgers/ledger-row';
import { sayCalendar } from '../../../src/lib/domain/birthdays/birth-text';
import { reading } from './row-reading';

/** A day of a banquet under a heading that names a calendar, in a file of 2024. */
const under = (calendar: 'solar' | 'lunar' | null, plannedOn: string) => {
	const { values, faults } = readRow('banquets', { plannedOn }, { ...reading, headedBy: () => calendar });
	return [values.plannedOn, ...faults.map(({ fault }) => fault)].filter(Boolean).join(' ');
};

describe('a day under a heading that says lunar', () => {
	test.each([
		// The third month of the lunar year 2024 began on 9 April.
		['3月5日', '2024-04-13'],
		['3.5', '2024-04-13'],
		['2024-03-05', '2024-04-13'],
		['2024/3/5', '2024-04-13'],
		['20240305', '2024-04-13'],
		['24.3.5', '2024-04-13'],
		['45356', '2024-04-13 date-number'],
		['2024年三月初五', '2024-04-13'],
		['三月五', '2024-04-13'],
		['2024-03-04 23:59:17 ≈ 2024-03-05', '2024-04-13'],
		// No solar February has that day, and this lunar one has.
		['2024-02-30', '2024-04-08'],
		['2024-02-31', 'lunar-wrong'],
		['3.1', 'day-ambiguous'],
		['2024年12月20日', '2025-01-19 lunar-other-year'],
		['公历3月5日', '2024-03-05 contradicts-calendar'],
		['2024年3月5日（农历正月廿五）', '2024-03-05']
	])('%s', (text, expected) => expect(under('lunar', text)).toBe(expected));
});

describe('a day under a heading that says solar', () => {
	test.each([
		['3月5日', '2024-03-05'],
		['2024-03-05', '2024-03-05'],
		['正月初五', '2024-02-14 contradicts-calendar'],
		['2024年三月初五', '2024-04-13 contradicts-calendar'],
		['农历3月5日', '2024-04-13 contradicts-calendar'],
		['2024年三月十五', 'calendar-unsaid'],
		['2024年3月5日（农历正月廿五）', '2024-03-05']
	])('%s', (text, expected) => expect(under('solar', text)).toBe(expected));
});

test('a day under a heading that says none is read as it is written', () => {
	expect(under(null, '2024-03-05')).toBe('2024-03-05');
	expect(under(null, '正月初五')).toBe('2024-02-14');
	expect(under(null, '2024-02-30')).toBe('date-wrong');
});

test('a question about the calendar is answered by saying that the cell is right', () => {
	const { values, faults } = readRow('banquets', { plannedOn: '正月初五' }, { ...reading, headedBy: () => 'solar' }, [
		'plannedOn'
	]);
	expect([values.plannedOn, faults]).toEqual(['2024-02-14', []]);
});

test.each([
	['农历生日', 'lunar'],
	['生日（农历）', 'lunar'],
	['生日(农)', 'lunar'],
	['出生年月【阴】', 'lunar'],
	['公历生日', 'solar'],
	['办酒时间（公历）', 'solar'],
	['生日（阳）', 'solar'],
	['农历/公历生日', null],
	['生日（农）/（公）', null],
	['农村户籍', null],
	['公司', null]
] as const)('the heading %s says %s', (heading, calendar) => expect(sayCalendar(heading)).toBe(calendar));
