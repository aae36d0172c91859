import { describe, expect, it, test } from 'vitest';
import { isBlank } from '../../../src/lib/domain/ledgers/sheets/blank-cells.js';
import type { RowReading } from '../../../src/lib/domain/ledgers/ledger-cell';
import { readRow, type RowTexts } from '../../../src/lib/domain/ledgers/ledger-row';
import { isQuestion, rowFaults } from '../../../src/lib/domain/ledgers/row-faults';
import type { Ledger, LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { reading } from './row-reading';

const read = (ledger: Ledger, texts: RowTexts, over: Partial<RowReading> = {}, sure: LedgerColumn[] = []) =>
	readRow(ledger, texts, { ...reading, ...over }, sure);
const values = (values: object) => ({ values, faults: [] });
const fault = (column: LedgerColumn, fault: string) => ({ values: {}, faults: [{ column, fault }] });

describe('the cells of a row are read by what their columns hold', () => {
	it('a name, a telephone, a choice, a day, a number, a text', () => {
		const texts: RowTexts = {
			host: ' 张 三（户主） ',
			phone: '138 0000 1234',
			occasion: '婚宴',
			plannedOn: '2024年3月5日',
			tablesPlanned: '12桌',
			venue: '  院坝 '
		};
		expect(read('banquets', texts)).toEqual(
			values({
				host: '张三',
				phone: '13800001234',
				occasion: 'wedding',
				plannedOn: '2024-03-05',
				tablesPlanned: 12,
				venue: '院坝'
			})
		);
	});

	it('a month, a moment, several names', () => {
		expect(read('activities', { zeroMonth: '3月' })).toEqual(values({ zeroMonth: '2024-03' }));
		expect(read('signups', { slotStart: '3月14日上午9点' })).toEqual(
			values({ slotStart: { on: '2024-03-14', time: '09:00' } })
		);
		expect(read('signups', { withNames: '张三、李 四,王五，赵六;钱七；孙八\n周九、 、' })).toEqual(
			values({ withNames: ['张三', '李四', '王五', '赵六', '钱七', '孙八', '周九'] })
		);
	});

	it.each([
		['banquets', 'host', '张3', 'name-wrong'],
		['banquets', 'host', '张（大）三', 'name-wrong'],
		['banquets', 'host', '张三（户主）李四', 'name-wrong'],
		['banquets', 'phone', '12345', 'phone-wrong'],
		['banquets', 'occasion', '看情况', 'choice-unknown'],
		['banquets', 'plannedOn', '春节', 'date-wrong'],
		['banquets', 'tablesPlanned', '10-12', 'number-span'],
		['activities', 'zeroMonth', '13月', 'month-wrong'],
		['signups', 'slotStart', '上午', 'moment-wrong'],
		['signups', 'withNames', '张三、5', 'name-wrong']
	] as const)('of the %s, %s is not guessed from %s', (ledger, column, text, code) => {
		expect(read(ledger, { [column]: text })).toEqual(fault(column, code));
	});

	it('units are found elsewhere, in the town', () => {
		expect(read('banquets', { village: '三星村', group: '一组' })).toEqual(values({}));
	});

	it('what the ledger has no column for is left out', () => {
		expect(read('households', { host: '张三' })).toEqual(values({}));
	});

	it('a month without a year needs that of its file', () => {
		expect(read('activities', { zeroMonth: '3月' }, { year: null })).toEqual(fault('zeroMonth', 'year-missing'));
		expect(read('activities', { zeroMonth: '2024年3月' }, { year: null })).toEqual(values({ zeroMonth: '2024-03' }));
		expect(read('activities', { zeroMonth: '1024年3月' })).toEqual(fault('zeroMonth', 'month-wrong'));
	});

	it('of several wrong cells all are named, in the order of the ledger', () => {
		const { faults } = read('banquets', { plannedOn: '待定', host: '3' });
		expect(faults.map(({ column }) => column)).toEqual(['host', 'plannedOn']);
	});
});

describe('limits', () => {
	it('of numbers hold for the least and the most', () => {
		for (const [text, tablesPlanned] of [
			['1', 1],
			['999', 999]
		] as const)
			expect(read('banquets', { tablesPlanned: text })).toEqual(values({ tablesPlanned }));
		for (const text of ['0', '1000'])
			expect(read('banquets', { host: '张三', tablesPlanned: text }).faults).toEqual([
				{ column: 'tablesPlanned', fault: 'number-out-of-range' }
			]);
	});

	it('of texts hold for the longest', () => {
		expect(read('banquets', { venue: '坝'.repeat(60) })).toEqual(values({ venue: '坝'.repeat(60) }));
		expect(read('banquets', { venue: '坝'.repeat(61) })).toEqual(fault('venue', 'text-too-long'));
	});

	it.each(['a@b.cn', 'li.si@mail.example.com', `a@${'b'.repeat(190)}.example`.slice(0, 200)])(
		'%s is an address',
		(email) => {
			expect(read('signups', { email })).toEqual(values({ email }));
		}
	);

	it.each([
		'a',
		'a@b',
		'@b.cn',
		'a@.',
		'a b@c.cn',
		'a@b c.cn',
		'x a@b.cn',
		'a@b.cn x',
		'a@@b.cn',
		`${'a'.repeat(65)}@b.cn`,
		`a@${'b'.repeat(200)}.cn`
	])('%s is none', (email) => {
		expect(read('signups', { email })).toEqual(fault('email', 'email-wrong'));
	});
});

describe('an empty cell', () => {
	it.each(['', ' ', '-', '—', '–', '/', '\\', '－', '— —', '　'])('%j has no value', (text) => {
		expect(isBlank(text)).toBe(true);
		expect(read('banquets', { host: text, plannedOn: text, tablesPlanned: text })).toEqual(values({}));
	});

	it.each(['0', 'a', '- 1', '1 -', '无'])('is not one with %j', (text) => expect(isBlank(text)).toBe(false));

	it.each([
		'无',
		'没有',
		'没得',
		'暂无',
		'不详',
		'未知',
		'不知道',
		'未提供',
		'没留',
		'无电话',
		'没有电话',
		'None',
		'N/A',
		'无 电 话'
	])('is what a telephone column says with %s', (phone) => expect(read('banquets', { phone })).toEqual(values({})));

	it('is not, where words stand beside that, or in another column', () => {
		for (const phone of ['无座机', '问过不详'])
			expect(read('banquets', { phone })).toEqual(fault('phone', 'phone-wrong'));
		expect(read('banquets', { venue: '不详' })).toEqual(values({ venue: '不详' }));
	});
});

describe('a cell that holds no words', () => {
	it('is named in any column, also of units, and has no value', () => {
		for (const column of ['village', 'phone', 'venue', 'plannedOn'] as const)
			expect(read('banquets', { [column]: ' #N/A ' })).toEqual(fault(column, 'cell-error'));
	});
});

describe('a question', () => {
	const isBeforeStart = (column: LedgerColumn, on: string) => column === 'plannedOn' && on < '2023-06-01';

	test.each([
		['2004-03-05', 'date-other-years', {}],
		['2024年3月5日（星期三）', 'weekday-differs', {}],
		['2024年腊月二十', 'lunar-other-year', {}],
		['2023-05-31', 'date-before-ledger', { isBeforeStart }]
	] as const)('about %s has a value, and counts until it is answered', (text, code, over) => {
		const asked = read('banquets', { plannedOn: text }, over);
		expect(asked.faults).toEqual([{ column: 'plannedOn', fault: code }]);
		expect(isQuestion(code)).toBe(true);
		const answered = read('banquets', { plannedOn: text }, over, ['plannedOn']);
		expect(answered).toEqual(values(asked.values));
		expect(Object.keys(asked.values)).toEqual(['plannedOn']);
		expect(read('banquets', { plannedOn: text }, over, ['declaredOn'])).toEqual(asked);
	});

	it('about a number that is written as an approximate one is answered likewise', () => {
		expect(read('banquets', { tablesPlanned: '约12桌' })).toEqual({
			values: { tablesPlanned: 12 },
			faults: [{ column: 'tablesPlanned', fault: 'number-about' }]
		});
		expect(read('banquets', { tablesPlanned: '约12桌' }, {}, ['tablesPlanned'])).toEqual(values({ tablesPlanned: 12 }));
		expect(read('banquets', { tablesPlanned: '约1200桌' })).toEqual(fault('tablesPlanned', 'number-out-of-range'));
	});

	it('is about one thing at a time: the calendar before the year, the year before the ledger', () => {
		const over = { year: 2018, presentYear: 2018, isBeforeStart: () => true };
		expect(read('banquets', { plannedOn: '2024年3月5日（星期三）' }, over).faults).toEqual([
			{ column: 'plannedOn', fault: 'weekday-differs' }
		]);
		expect(read('banquets', { plannedOn: '2024-03-05' }, over).faults).toEqual([
			{ column: 'plannedOn', fault: 'date-other-years' }
		]);
	});

	it('is not asked on the day the ledger begins', () => {
		expect(read('banquets', { plannedOn: '2023-06-01' }, { isBeforeStart })).toEqual(
			values({ plannedOn: '2023-06-01' })
		);
	});

	it('is nothing that cannot be read: being sure of it helps nothing', () => {
		expect(read('banquets', { plannedOn: '春节' }, {}, ['plannedOn'])).toEqual(fault('plannedOn', 'date-wrong'));
		expect(rowFaults.filter(isQuestion)).toEqual([
			'lunar-other-year',
			'weekday-differs',
			'date-other-years',
			'date-before-ledger',
			'day-far',
			'date-number',
			'birth-number',
			'birth-late',
			'number-about',
			'contradicts-calendar',
			'says-undone'
		]);
	});
});

test('a word of the town means what a cadre explained, in its column, unless it is a listed one', () => {
	const meaningOf = (column: LedgerColumn, text: string) => (column === 'occasion' && text !== '' ? 'school' : null);
	expect(read('banquets', { occasion: '金榜' }, { meaningOf })).toEqual(values({ occasion: 'school' }));
	expect(read('banquets', { occasion: '婚宴' }, { meaningOf })).toEqual(values({ occasion: 'wedding' }));
	expect(read('banquets', { outcome: '金榜' }, { meaningOf })).toEqual(fault('outcome', 'choice-unknown'));
});
