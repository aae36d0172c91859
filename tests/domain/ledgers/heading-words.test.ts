import { describe, expect, test } from 'vitest';
import { columnsOf, headingWords } from '../../../src/lib/domain/ledgers/heading-words';
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
