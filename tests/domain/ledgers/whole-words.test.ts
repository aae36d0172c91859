import { describe, expect, test } from 'vitest';
import { columnFacts, type LedgerColumn } from '../../../src/lib/domain/ledgers/ledgers';
import { bareWord, means, readChoice } from '../../../src/lib/domain/ledgers/words';

const choiceOf = (column: LedgerColumn, text: string) => readChoice(columnFacts(column).words!, text);

describe('a pattern of words', () => {
	test('fits whole words alone, with what may stand at either end', () => {
		const pattern = means('会议 会', { before: '召开 组织', after: '活动' });
		for (const text of ['会', '会议', '召开会', '组织会议活动', '会活动']) expect(pattern.test(text), text).toBe(true);
		for (const text of ['', '召开', '活动', '会会', '开会', '会后', '不召开会', '召开组织会'])
			expect(pattern.test(text), text).toBe(false);
	});

	test('takes marks as they are written, and a pattern beside the words', () => {
		const pattern = means('a.b c+ (d)', { and: '\\d{2}岁' });
		for (const text of ['a.b', 'c+', '(d)', '80岁']) expect(pattern.test(text), text).toBe(true);
		for (const text of ['axb', 'cc', 'd', '80', '180岁', '80岁半', '']) expect(pattern.test(text), text).toBe(false);
	});
});

describe('of a cell counts', () => {
	test.each([
		['结 婚', '结婚'],
		['“结婚”', '结婚'],
		["'结婚'", '结婚'],
		['‘结婚’', '结婚'],
		['"结婚"', '结婚'],
		['（结婚）', '结婚'],
		['【结婚】', '结婚'],
		['[结婚]', '结婚'],
		['结婚。', '结婚'],
		['结婚！！', '结婚'],
		['结婚，', '结婚'],
		['结婚、', '结婚'],
		['结婚；', '结婚'],
		['结婚.', '结婚'],
		['ＷＥＤＤＩＮＧ', 'wedding'],
		['结婚(二婚)', '结婚(二婚)'],
		['(一)结婚', '(一)结婚'],
		['。结婚', '。结婚'],
		['结。婚', '结。婚']
	])('%s: %s', (text, word) => expect(bareWord(text)).toBe(word));
});

describe('a word of a short list is known', () => {
	test.each([
		['hygiene', '是', 'yes'],
		['hygiene', '已查看', 'yes'],
		['hygiene', '☑', 'yes'],
		['hygiene', '1', 'yes'],
		['hygiene', '否', 'no'],
		['hygiene', '未查看', 'no'],
		['transport', '不需要', 'no'],
		['transport', '要', 'yes'],
		['transport', '×', 'no'],
		['sex', '男', 'male'],
		['sex', '女性', 'female'],
		['calendar', '农历', 'lunar'],
		['calendar', '公历', 'solar'],
		['language', '中文', 'zh-CN'],
		['language', '英语', 'en'],
		['origin', '群众举报', 'found'],
		['origin', '主动报备', 'declared'],
		['outcome', '改为家庭聚餐', 'family-meal'],
		['outcome', '压缩规模', 'reduced'],
		['outcome', '自愿停办', 'cancelled'],
		['dissuasion', '家宴', 'family-meal'],
		['dissuasion', '减桌', 'reduced'],
		['dissuasion', '答应不办', 'cancelled'],
		['dissuasion', '已劝停', 'cancelled'],
		['dissuasion', '坚持办', 'went-ahead']
	] as const)('%s: %s is %s', (column, text, value) => expect(choiceOf(column, text)).toBe(value));
});

describe('an occasion is known with whose it is, and as a feast', () => {
	test.each([
		['女儿考上大学', 'school'],
		['谢师宴', 'school'],
		['父亲去世', 'funeral'],
		['丧事酒席', 'funeral'],
		['爷爷祝寿', 'longevity'],
		['爷爷生日', 'longevity'],
		['父亲生日宴', 'longevity'],
		['儿子乔迁', 'housewarming'],
		['新房酒', 'housewarming'],
		['孙子满月', 'full-month'],
		['百日宴', 'full-month'],
		['小儿子参军', 'enlistment'],
		['入伍酒', 'enlistment'],
		['大女儿出嫁', 'wedding'],
		['婚庆喜宴', 'wedding'],
		['无事酒', 'other'],
		['寿宴(80岁)', 'longevity'],
		['寿(70)', 'longevity'],
		['父亲八十大寿', 'longevity'],
		['母亲七十岁生日宴', 'longevity'],
		['61岁', 'longevity'],
		['六十一寿辰', 'longevity'],
		['100岁', 'longevity'],
		['119岁大寿', 'longevity'],
		['百岁', 'longevity'],
		['一百岁酒', 'longevity']
	] as const)('%s: %s', (text, value) => expect(choiceOf('occasion', text)).toBe(value));

	test.each([
		'59岁',
		'五十大寿',
		'120岁',
		'80',
		'8岁',
		'180岁',
		'寿宴(8岁)',
		'寿宴80岁)',
		'父亲',
		'宴席',
		'八十岁去世',
		'邻居80岁'
	])('%s is none', (text) => expect(choiceOf('occasion', text)).toBeNull());
});
