import { describe, expect, test } from 'vitest';
import { holdsPersonalNumber } from '../../../src/lib/domain/people/personal-number';

describe('a number of a person in a text', () => {
	test.each([
		'张三13800000000与李四吵架',
		'电话138 0000 0000',
		'１３８００００００００',
		'打 138-0000-0000',
		'+8613800000000',
		'02371234567',
		'023-7123 4567',
		'0817-6123456',
		'500101194803050011',
		'50010119480305001X',
		'500101480305001'
	])('is found: %s', (text) => expect(holdsPersonalNumber(text)).toBe(true));

	test.each([
		'3月5日两户争地界',
		'2024-03-05 20:00',
		'12345热线转来',
		'占地1200平方米，赔5000元',
		'编号20240305001',
		'138000000001234',
		'编号 1796080507305 12',
		'会议 138 次\n0000 0000 见附件',
		''
	])('is none: %s', (text) => expect(holdsPersonalNumber(text)).toBe(false));
});
