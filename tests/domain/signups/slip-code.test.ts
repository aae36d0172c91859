import { fc, test } from '../../properties';
import { expect } from 'vitest';
import { codeAlphabet, makeCode, normalizeCode } from '$lib/domain/signups/slip-code';

test('no two characters of a code are mistaken for each other', () => {
	expect(codeAlphabet).not.toMatch(/[01OI]/);
	expect(new Set(codeAlphabet).size).toBe(32);
});

test.prop([fc.array(fc.nat(31), { minLength: 6, maxLength: 6 })])(
	'a code is read again however it is typed',
	(drawn) => {
		const code = makeCode(() => drawn.pop()!);
		const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
		const fullWidth = [...code].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join('');
		for (const typed of [code, code.toLowerCase(), spaced, ` ${spaced}\n`, fullWidth])
			expect(normalizeCode(typed)).toBe(code);
	}
);

test.each(['', '12345', 'ABCDEFG', 'ABC0EF', 'ABCDE1', '甲乙丙丁戊己'])('%j is no code', (typed) => {
	expect(normalizeCode(typed)).toBeNull();
});
