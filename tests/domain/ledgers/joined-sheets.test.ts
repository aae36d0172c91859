import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/lib/domain/ledgers/heading-words';
import type { Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import { joinSheets } from '../../../src/lib/domain/ledgers/sheets/joined-sheets';

/** Two sheets of one line each, whose cells say their own headings. Out: the common headings, and what lies under them. */
function joined(ledger: Ledger, ...sheets: string[]) {
	const read = sheets.map((text, nth) => {
		const headings = text.split(' ');
		const line = { nth: 2, cells: headings, spread: [0], above: { 1: 1 }, skip: null, mark: null };
		const table = { headings, lines: [line], title: '', year: null, above: 1, dropped: [] };
		return { name: String(nth), isHidden: false, lines: 2, table };
	});
	const { headings, lines } = joinSheets(read, null, (one) => columnsOf(ledger, one));
	return { headings: headings.join(' '), cells: lines.map(({ cells }) => cells.join(' ')), lines };
}

test('columns that mean the same in their sheets become one, under the heading of the first', () => {
	expect(joined('banquets', '户主 事由 宴席日期', '日期 类型 东家')).toMatchObject({
		headings: '户主 事由 宴席日期',
		cells: ['户主 事由 宴席日期', '东家 类型 日期']
	});
	const { lines } = joined('banquets', '户主 事由 宴席日期', '日期 类型 东家');
	expect(lines[1]).toMatchObject({ nth: 4, spread: [2], above: { 1: 3 } });
});

test('a heading that means nothing beside another in its sheet stays apart from what it means in the others', () => {
	expect(joined('banquets', '户主 宴席日期 日期', '户主 日期', '户主 日期 宴席日期')).toMatchObject({
		headings: '户主 宴席日期 日期',
		cells: ['户主 宴席日期 日期', '户主 日期 ', '户主 宴席日期 日期']
	});
});

test('unknown headings become one where they are the same', () => {
	expect(joined('banquets', '户主 甲栏', '户主 乙栏 甲栏')).toMatchObject({
		headings: '户主 甲栏 乙栏',
		cells: ['户主 甲栏 ', '户主 甲栏 乙栏']
	});
});

test('columns whose headings name another calendar, or another origin of the day, stay apart', () => {
	expect(joined('elders', '姓名 生日（农历）', '姓名 生日（公历）').headings).toBe('姓名 生日（农历） 生日（公历）');
	expect(joined('banquets', '户主 报备日期', '户主 发现日期').headings).toBe('户主 报备日期 发现日期');
	expect(joined('banquets', '户主 报备日期', '户主 申报日期').headings).toBe('户主 报备日期');
	expect(joined('banquets', '户主 发现方式', '户主 来源').headings).toBe('户主 发现方式');
});
