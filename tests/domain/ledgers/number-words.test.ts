import { expect, it } from 'vitest';
import { numberInWords } from '../../../src/lib/domain/ledgers/number-words';

it.each([
	[0, '零', 'zero'],
	[1, '一', 'one'],
	[2, '两', 'two'],
	[10, '十', 'ten'],
	[12, '十二', 'twelve'],
	[20, '二十', 'twenty'],
	[45, '四十五', 'forty-five'],
	[100, '一百', 'one hundred'],
	[105, '一百零五', 'one hundred and five'],
	[110, '一百一十', 'one hundred and ten'],
	[112, '一百一十二', 'one hundred and twelve'],
	[222, '二百二十二', 'two hundred and twenty-two'],
	[1000, '一千', 'one thousand'],
	[1001, '一千零一', 'one thousand and one'],
	[1010, '一千零一十', 'one thousand and ten'],
	[1100, '一千一百', 'one thousand one hundred'],
	[2356, '二千三百五十六', 'two thousand three hundred and fifty-six'],
	[10_000, '一万', 'ten thousand'],
	[10_020, '一万零二十', 'ten thousand and twenty'],
	[99_999, '九万九千九百九十九', 'ninety-nine thousand nine hundred and ninety-nine']
])('%i is written %s and %s', (count, chinese, english) => {
	expect([numberInWords(count, 'zh-CN'), numberInWords(count, 'en')]).toEqual([chinese, english]);
});
