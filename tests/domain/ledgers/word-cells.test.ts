import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figures } from '../../../src/lib/domain/figures/figure';
import { readChoice } from '../../../src/lib/domain/ledgers/words';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';

/** What the words in a cell of a column mean. */
const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

/** The figures that count one kind of the work ledger. */
const ofOneKind = figures.flatMap(({ id, source }) =>
	'kinds' in source && source.kinds?.length === 1 ? [[id, source.kinds[0]!] as const] : []
);

describe('a word of a closed list', () => {
	const words = (locale: string, area: string) =>
		JSON.parse(readFileSync(`src/i18n/${locale}/${area}.json`, 'utf8')) as Record<string, string>;

	test.each(ofOneKind)('is known by the name of its figure: %s is %s', (id, kind) => {
		const name = words('zh-CN', 'figures')[`figures_${id.replaceAll('-', '_')}`]!;
		expect(choiceOf('kind', name), name).toBe(kind);
	});

	test.each([
		['caseState', 'settled', ['是', '已办', '√', 'Y', '✔', 'TRUE', '办好了']],
		['caseState', 'open', ['否', '未办', '×', 'N', 'x', 'FALSE', '没办']],
		['hygiene', 'yes', ['是', '√', 'Y', '✔', 'TRUE', '有']],
		['hygiene', 'no', ['否', '×', 'N', 'FALSE', '无']],
		['origin', 'declared', ['是', '√', 'Y']],
		['origin', 'found', ['否', '×', 'N']],
		['photo', 'yes', ['是', '√', 'Y']],
		['photo', 'no', ['否', '×', 'N']],
		['outcome', 'open', ['还没有结果', '未定']],
		['dissuasion', 'open', ['还没有结果']],
		['kind', 'appeal-broadcast', ['播放《倡议书》', '《倡议书》']],
		['kind', 'deployment-meeting', ['部署会、工作会', '部署会、培训会']]
	] as [LedgerColumn, string, string[]][])('%s is %s in each of these words', (column, value, texts) =>
		expect(texts.map((text) => choiceOf(column, text))).toEqual(texts.map(() => value))
	);

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
