import { describe, expect, test } from 'vitest';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { readChoice } from '../../../src/lib/domain/ledgers/words';

const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

describe('a word that denies is never a success', () => {
	test.each([
		['dissuasion', '劝停失败', 'went-ahead'],
		['dissuasion', '未成功', 'went-ahead'],
		['dissuasion', '不成功', 'went-ahead'],
		['dissuasion', '劝停未成功', 'went-ahead'],
		['dissuasion', '不同意', 'went-ahead'],
		['dissuasion', '不同意取消', 'went-ahead'],
		['dissuasion', '未取消', 'went-ahead'],
		['dissuasion', '没有减少', null],
		['outcome', '劝停失败', null],
		['outcome', '未劝停', null],
		['outcome', '未取消', null],
		['outcome', '不同意取消', null],
		['outcome', '尚未办理', null],
		['outcome', '暂未办理', null],
		['outcome', '未办', null],
		['outcome', '未如期举办', null],
		['outcome', '没有如期办', null],
		['outcome', '不予办理', null],
		['outcome', '未完成', null],
		['outcome', '延期举办', null],
		['outcome', '办理中', null],
		['outcome', '没有减少', null],
		['outcome', '减少未果', null],
		['origin', '没有报备', 'found'],
		['origin', '不报备', 'found'],
		['origin', '未申报', 'found'],
		['origin', '拟报备', null],
		['kind', '未召开村民大会', null],
		['mobility', '不健康', null],
		['photo', '有顾虑', null],
		['caseState', '未化解', 'open'],
		['caseState', '化解失败', 'open'],
		['caseState', '调解不成功', 'open'],
		['caseState', '没有办结', 'open'],
		['caseState', '办理中', 'open'],
		['caseState', '不予受理', null],
		['caseState', '部分化解', null],
		['caseState', '基本办结', null]
	] as const)('%s: %s', (column, text, value) => expect(choiceOf(column, text)).toBe(value));

	/** What stands for something done, agreed or in good order. */
	const successes = ['held', 'cancelled', 'reduced', 'family-meal', 'declared', 'yes', 'walks', 'settled'];
	/** Of those, what says "not" and means it: 不办 is what a dissuasion is about. */
	const meant = /^(同意|答应|承诺|取消|主动|自愿)?不(再)?办(了|酒)?$/u;

	test.each(['origin', 'outcome', 'dissuasion', 'hygiene', 'transport', 'mobility', 'photo', 'caseState'] as const)(
		'however it is put together (%s)',
		(column) => {
			const words = columnFacts(column).words!;
			const known = words.flatMap(([, pattern]) => pattern.source.match(/\p{Script=Han}+/gu) ?? []);
			const denied = known.flatMap((word) =>
				['未', '不', '没', '没有', '无', '尚未', '未能', '拒绝', '暂不'].flatMap((no) => [
					`${no}${word}`,
					`${word}${no}`
				])
			);
			for (const text of [...denied, ...known.flatMap((word) => [`${word}失败`, `${word}未果`, `${word}中`])]) {
				const value = choiceOf(column, text);
				if (value !== null && successes.includes(value)) expect(text).toMatch(meant);
			}
		}
	);
});

describe('what came of a banquet', () => {
	test.each(['办结', '已办结', '完成', '已完成'])('is not known from %s, which closes a case', (text) =>
		expect(choiceOf('outcome', text)).toBeNull()
	);
});

describe('what a banquet is for', () => {
	test.each([
		['80周岁', 'longevity'],
		['70周岁宴', 'longevity'],
		['七十大寿', 'longevity'],
		['父亲七十大寿酒席', 'longevity'],
		['外婆80岁喜酒', 'longevity'],
		['周岁', 'full-month'],
		['36岁生日', null],
		['小孩生日', null],
		['生日', null],
		['生日宴', null],
		['Birthday', null],
		['儿子生日宴', null],
		['孙女满十酒', null],
		['大学毕业后结婚', null],
		['结婚、乔迁', null],
		['儿子结婚', 'wedding'],
		['女儿出嫁酒', 'wedding'],
		['“婚宴”', 'wedding'],
		['周年祭', null],
		['不办婚宴', null]
	] as const)('%s', (text, value) => expect(choiceOf('occasion', text)).toBe(value));
});
