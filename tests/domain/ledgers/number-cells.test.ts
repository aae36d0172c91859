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
		['约12', 12],
		['约 20桌左右', 20],
		['12.0', 12],
		['1,200', 1200],
		['两桌', 2],
		['一百零五户', 105],
		['0', 0]
	])('%s is %i', (text, number) => expect(readNumber(text)).toEqual({ number }));

	test.each([
		['10-12', 'number-span'],
		['十至十二桌', 'number-span'],
		['12.5', 'number-wrong'],
		['十余桌', 'number-wrong'],
		['一百五', 'number-wrong'],
		['三五桌', 'number-wrong'],
		['20+5', 'number-wrong'],
		['若干', 'number-wrong']
	])('%s is not guessed: %s', (text, fault) => expect(readNumber(text)).toEqual({ fault }));

	test('is the same in words', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
				expect(readNumber(numberInWords(number, 'zh-CN'))).toEqual({ number });
			})
		);
	});
});
