import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { columnsOf as recognizeColumns } from '../../../src/lib/domain/ledgers/heading-words';
import { isSensitive } from '../../../src/lib/domain/ledgers/sheets/headings.js';
import { ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';

const words = (locale: string) =>
	JSON.parse(readFileSync(`src/i18n/${locale}/imports.json`, 'utf8')) as Record<string, string>;
const snake = (id: string) => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('the headings of a ledger', () => {
	test.each(['zh-CN', 'en'])(
		'that the software itself writes are known again, in the order they stand (%s)',
		(locale) => {
			const messages = words(locale);
			for (const ledger of ledgers) {
				const order = ledgerDefinitions[ledger].columns;
				const headings = order.map((id) => messages[`imports_column_${snake(id)}`]!);
				expect(recognizeColumns(ledger, headings), ledger).toEqual(order);
				expect(recognizeColumns(ledger, headings.toReversed()), ledger).toEqual(order.toReversed());
			}
		}
	);

	test.each([
		['banquets', ['序号', '村', '户主', '事由', '办酒时间', '桌数', '办理情况', '备注']],
		['banquets', ['序号', '村（社区）', '主 家', '宴席类型', '日期', '数量（桌）', '结果', '责任人']],
		['banquets', ['No.', '村名', '对象', '事项', '时间', '桌数', '结果', '经办人']]
	] as const)('that offices write over %s are known: %j', (ledger, headings) => {
		expect(recognizeColumns(ledger, headings)).toEqual([
			null,
			'village',
			'host',
			'occasion',
			'plannedOn',
			'tablesPlanned',
			'outcome',
			headings.at(-1) === '备注' ? 'note' : null
		]);
	});

	test('of a ledger of cases that offices write are known', () => {
		const headings = ['序号', '单位', '类型', '办理层级', '受理时间', '简要情况', '化解情况', '化解时间', '化解方式'];
		expect(recognizeColumns('cases', headings)).toEqual([
			...[null, 'village', 'caseKind', 'level', 'receivedOn', 'matter', 'caseState', 'settledOn', 'settlement']
		]);
	});

	test('mean by 日期 what the ledger is about', () => {
		expect(recognizeColumns('dissuasions', ['日期', '原定日期', '对象', '结果'])).toEqual([
			'wentOn',
			'plannedOn',
			'host',
			'dissuasion'
		]);
		expect(recognizeColumns('activities', ['日期', '对象', '事项', '类别'])).toEqual([
			'on',
			'audience',
			'subject',
			'kind'
		]);
		expect(recognizeColumns('households', ['村', '日期', '户数'])).toEqual(ledgerDefinitions.households.columns);
	});

	test('take each column once, and nothing that is more than the task needs', () => {
		expect(recognizeColumns('elders', ['姓名', '姓名', '身份证号码', '银行卡号', '病史', '生日'])).toEqual([
			'name',
			null,
			null,
			null,
			null,
			'birth'
		]);
		for (const heading of ['身份证号', '礼金（元）', '公民身份号码', '残疾等级'])
			expect(isSensitive(heading)).toBe(true);
		expect(isSensitive('责任人')).toBe(false);
	});

	test('ask of every row only what the ledger has', () => {
		for (const ledger of ledgers)
			for (const column of ledgerDefinitions[ledger].required)
				expect(ledgerDefinitions[ledger].columns).toContain(column);
	});
});
