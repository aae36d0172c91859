import { describe, expect, test } from 'vitest';
import { columnsOf, headingWords, unreadTwins } from '../../../src/lib/domain/ledgers/heading-words';
import { columnFacts, ledgerDefinitions, ledgers } from '../../../src/lib/domain/ledgers/ledgers';

describe('what the headings of a ledger are known by', () => {
	test('the columns that every row needs are looked for first, and our own files keep their order', () => {
		expect(headingWords('households')).toEqual({
			order: ['village', 'fromOn', 'households'],
			layout: ['village', 'fromOn', 'households'],
			required: ['village', 'fromOn', 'households'],
			units: ['village'],
			ownUnits: ['village'],
			words: {
				village: '村社区 村 村名 村居 所在村 所属村 村别 单位 单位名称 所属单位 填报单位 village'.split(' '),
				households: '户籍户数 户数 总户数 在册户数 登记户数 households'.split(' '),
				fromOn: '起算日期 统计日期 日期 截止日期 统计时间 from'.split(' ')
			}
		});
	});

	test('blanks are asked about in every unit of a foreign file, and in our own in the village, but of people from outside', () => {
		expect(headingWords('elders')).toMatchObject({ units: ['village', 'group'], ownUnits: ['village'] });
		expect(headingWords('signups')).toMatchObject({ units: ['village'], ownUnits: [] });
	});

	test('English headings have spaces of their own', () => {
		expect(columnsOf('cases', ['Kind of case', 'Due on', 'due', 'ON', 'Received  On'])).toEqual([
			'caseKind',
			'settleBy',
			null,
			null,
			'receivedOn'
		]);
	});

	test('each column has a heading in Chinese and in English', () => {
		for (const ledger of ledgers)
			for (const column of ledgerDefinitions[ledger].columns)
				expect(columnFacts(column).synonyms, column).toMatch(/^\p{Script=Han}.* [A-Z][^\p{Script=Han}]*$/u);
	});
});

test('a heading that is not read because another one is read as the same column is named', () => {
	const twins = (...headings: string[]) => unreadTwins('banquets', headings, columnsOf('banquets', headings));
	expect(twins('户主', '结果', '结果')).toEqual([{ heading: '结果', column: 'outcome' }]);
	expect(twins('户主', '结果', '桌数', '办理情况')).toEqual([{ heading: '办理情况', column: 'outcome' }]);
	expect(twins('户主', '结果', '经手人', '', '身份证号')).toEqual([]);
	expect(unreadTwins('banquets', ['结果', '结果'], [null, 'outcome'])).toEqual([
		{ heading: '结果', column: 'outcome' }
	]);
	expect(unreadTwins('banquets', ['备注', '备注'], ['note', 'note'])).toEqual([]);
});
