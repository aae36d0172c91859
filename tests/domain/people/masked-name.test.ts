import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { maskName } from '$lib/domain/people/person-name';

/** 25 characters and more must be possible. */
const longName = '阿卜杜热依木江·买买提吐尔逊艾合麦提托合提库尔班尼';

describe('a masked name', () => {
	test.each([
		['张三', '张*'],
		['张小三', '张*三'],
		['欧阳', '欧*'],
		['欧阳小三', '欧**三'],
		['买买提·吐尔逊', '买***逊'],
		[longName, '阿***尼'],
		['𠮷田', '𠮷*'],
		['𠮷小𠮷', '𠮷*𠮷'],
		['张', '*'],
		['', '*'],
		['John Smith', 'J***h']
	])('%s shows as %s', (name, masked) => {
		expect(maskName(name)).toBe(masked);
	});

	test.prop([
		fc.string({ unit: fc.constantFrom('张', '㐂', 'é', 'e', '\u0301', '·', ' ', '𠮷', '\u200d'), maxLength: 12 })
	])('counts characters as Unicode does', (name) => {
		const characters = [...new Intl.Segmenter('zh').segment(name)].map(({ segment }) => segment);
		const hidden = Math.min(Math.max(characters.length - 2, 1), 3);
		const last = characters.length > 2 ? characters.at(-1) : '';
		expect(maskName(name)).toBe(characters.length < 2 ? '*' : `${characters[0]}${'*'.repeat(hidden)}${last}`);
	});

	test.prop([fc.array(fc.constantFrom('张', '小', '三', '𠮷', '𬎆'), { minLength: 1, maxLength: 40 })])(
		'shows two characters at most, and whole ones',
		(characters) => {
			const shown = [...maskName(characters.join(''))].filter((character) => character !== '*');
			expect(shown.length).toBeLessThanOrEqual(Math.min(2, characters.length - 1));
			for (const character of shown) expect(characters).toContain(character);
		}
	);
});
