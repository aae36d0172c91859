import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../src/lib/domain/ledgers/ledger-number';
import { numberInWords } from '../../../src/lib/domain/ledgers/number-words';

describe('a number in a ledger', () => {
	test.each([
		['12', 12],
		['12桌', 12],
		['１２ 桌', 12],
		['十二桌', 12],
		['12.0', 12],
		['1,200', 1200],
		['两桌', 2],
		['一百零五户', 105],
		['0', 0],
		['共计 30 户', 30],
		['1,234,567', 1_234_567],
		['12.00', 12],
		['123456789', 123_456_789],
		['五', 5],
		['十', 10],
		['二十', 20],
		['一百十二', 112],
		['两千三百', 2300],
		['一千〇五', 1005],
		['九万', 90_000],
		['一万零五百', 10_500],
		['30人次', 30],
		['3场次', 3],
		['2张', 2]
	])('%s is %i', (text, number) => expect(readNumber(text)).toEqual({ number }));

	test.each([
		['约12', 12],
		['约 20桌左右', 20],
		['大约12桌', 12],
		['2张左右', 2],
		['约500', 500],
		['大概30户', 30],
		['近20桌', 20],
		['将近 1,200 人', 1200],
		['50上下', 50],
		['200余', 200],
		['200余处', 200],
		['十余桌', 10],
		['20多人次', 20],
		['二十来桌', 20],
		['100+', 100],
		['不到30', 30],
		['12桌以上', 12],
		['30人以上', 30]
	])('%s is %i if a cadre says so', (text, number) => expect(readNumber(text)).toEqual({ number, isAbout: true }));

	test.each(['十几桌', '几十', '数百份', '好几场', '几', '若干来', '12来3', '约', '左右', '大约三五桌'])(
		'%s says no number',
		(text) => expect(readNumber(text)).toEqual({ fault: 'number-about' })
	);

	test.each([
		['10-12', 'number-span'],
		['十至十二桌', 'number-span'],
		['12.5', 'number-wrong'],
		['一百五', 'number-wrong'],
		['三五桌', 'number-wrong'],
		['20+5', 'number-wrong'],
		['若干', 'number-wrong'],
		['10~12桌', 'number-span'],
		['10到12', 'number-span'],
		['十-12', 'number-span'],
		['12-', 'number-wrong'],
		['5 6', 'number-wrong'],
		['5  6', 'number-wrong'],
		['12共3', 'number-wrong'],
		['十三五', 'number-wrong'],
		['12,34', 'number-wrong'],
		['1,2345', 'number-wrong'],
		[',123', 'number-wrong'],
		['1,23a', 'number-wrong'],
		['12.01', 'number-wrong'],
		['1234567890', 'number-wrong'],
		['-5', 'number-wrong'],
		['桌12', 'number-wrong'],
		['12左', 'number-wrong'],
		['12公里', 'number-wrong'],
		['', 'number-wrong'],
		['桌', 'number-wrong'],
		['一万二', 'number-wrong'],
		['两千三', 'number-wrong'],
		['一零五', 'number-wrong'],
		['五零', 'number-wrong'],
		['十百', 'number-wrong'],
		['十十', 'number-wrong'],
		['一百二百', 'number-wrong'],
		['百十桌', 'number-wrong'],
		['万户', 'number-wrong'],
		['十二万', 'number-wrong'],
		['一百A', 'number-wrong']
	])('%s is not guessed: %s', (text, fault) => expect(readNumber(text)).toEqual({ fault }));

	test('is the same in words', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
				expect(readNumber(numberInWords(number, 'zh-CN'))).toEqual({ number });
			})
		);
	});
});
