import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { digitGroups, fitParts, sentencesOf, type Part } from '$lib/domain/events/announcement';
import { formatPhone } from '$lib/domain/people/phone';

const part = (weight: number, ...ways: string[]): Part => ({ ways, weight });

describe('a text that must not be longer than it may', () => {
	test('says everything in full where there is room, in the order given', () => {
		expect(fitParts([part(1, '大家好！', ''), part(9, '今晚放电影。'), part(2, '自带板凳。', '')], 20)).toBe(
			'大家好！今晚放电影。自带板凳。'
		);
	});

	test('leaves out what weighs least first, and says a part more shortly before it goes', () => {
		const parts = [part(1, '大家好！', ''), part(9, '今晚七点半放电影。', '今晚放电影。'), part(2, '自带板凳。', '')];
		expect(fitParts(parts, 14)).toBe('今晚七点半放电影。自带板凳。');
		expect(fitParts(parts, 11)).toBe('今晚七点半放电影。');
		expect(fitParts(parts, 8)).toBe('今晚放电影。');
	});

	test.prop([
		fc.array(
			fc.record({
				weight: fc.integer({ min: 0, max: 9 }),
				ways: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 3 })
			}),
			{ maxLength: 8 }
		),
		fc.integer({ min: 0, max: 120 })
	])('has no more characters than it may, and each part in one of its own ways', (drawn, most) => {
		const parts = drawn.map(({ weight, ways }) => part(weight, ...ways, ''));
		const text = fitParts(parts, most);
		expect([...text].length).toBeLessThanOrEqual(most);
		expect(isMadeOf(text, parts)).toBe(true);
	});

	function isMadeOf(text: string, [next, ...rest]: Part[]): boolean {
		if (!next) return text === '';
		return next.ways.some((way) => text.startsWith(way) && isMadeOf(text.slice(way.length), rest));
	}
});

test.each([
	['带上身份证，吃过早饭再来。18 到 55 周岁！', ['带上身份证，吃过早饭再来。', '18 到 55 周岁！']],
	['自带板凳\n茶水管够', ['自带板凳', '茶水管够']],
	['Bring 3.5 l of water. Be early.', ['Bring 3.5 l of water.', 'Be early.']],
	['  ', []]
])('the sentences of %j stay whole', (text, sentences) => {
	expect(sentencesOf(text)).toEqual(sentences);
});

test.each([
	['02371234567', ['023', '7123', '4567']],
	['13800001234', ['138', '0000', '1234']]
])('%s is said in the groups people say it in', (phone, groups) => {
	expect(digitGroups(formatPhone(phone))).toEqual(groups);
});
