import { fc, test } from '../../properties';
import { describe, expect } from 'vitest';
import { normalizeName } from '$lib/domain/people/person-name';

/** 25 characters and more must be possible. */
const longName = '阿卜杜热依木江·买买提吐尔逊艾合麦提托合提库尔班尼';

describe('a name as typed', () => {
	test.each([
		['张三', '张三'],
		[' 张 三 ', '张三'],
		['张　小　三', '张小三'],
		['欧阳小三', '欧阳小三'],
		['买买提·吐尔逊', '买买提·吐尔逊'],
		['买买提•吐尔逊', '买买提·吐尔逊'],
		['买买提・吐尔逊', '买买提·吐尔逊'],
		['买买提‧吐尔逊', '买买提·吐尔逊'],
		['买买提∙吐尔逊', '买买提·吐尔逊'],
		['买买提･吐尔逊', '买买提·吐尔逊'],
		['买买提.吐尔逊', '买买提·吐尔逊'],
		['买买提 · 吐尔逊', '买买提·吐尔逊'],
		['𠮷田', '𠮷田'],
		['张𬎆', '张𬎆'],
		['李〇', '李〇'],
		['张\u200b三', '张三'],
		[longName, longName],
		['张'.repeat(40), '张'.repeat(40)],
		['𠮷'.repeat(40), '𠮷'.repeat(40)],
		['John  Smith', 'John Smith'],
		['Seán O’Brien', "Seán O'Brien"],
		['Jean-Luc', 'Jean-Luc'],
		['J. Smith Jr.', 'J. Smith Jr.'],
		['Ｊｏｈｎ', 'John'],
		['Nguyễn Văn A', 'Nguyễn Văn A']
	])('%s is read as %s', (typed, name) => {
		expect(normalizeName(typed)).toBe(name);
	});

	test('has at most three marks on a letter, and no more code units than forty characters need', () => {
		expect(normalizeName(`X${'\u0323\u0301'.repeat(50_000)}`)).toBeNull();
		expect(normalizeName('Q\u0301\u0301\u0301')).not.toBeNull();
		expect(normalizeName('Q\u0301\u0301\u0301\u0301')).toBeNull();
		expect(normalizeName('Q\u0301\u0301'.repeat(40))).not.toBeNull();
		expect(normalizeName('Q\u0301\u0301\u0301'.repeat(40))).toBeNull();
	});

	test.each([
		['', 'nothing'],
		['   ', 'only spaces'],
		['张三1', 'a digit'],
		['张三（组长）', 'brackets'],
		['张三,李四', 'two names'],
		['·张三', 'a separator before'],
		['张三·', 'a separator after'],
		['买买提··吐尔逊', 'two separators'],
		['张😀', 'a picture'],
		['张Lily', 'two scripts'],
		['<b>张三</b>', 'markup'],
		['13800001234', 'a phone'],
		['たなか', 'another script'],
		['张'.repeat(41), 'too long'],
		['𠮷'.repeat(41), 'too long'],
		['-', 'a sign']
	])('%s is no name: %s', (typed) => {
		expect(normalizeName(typed)).toBeNull();
	});

	test.prop([fc.string({ unit: fc.constantFrom('张', '三', '𠮷', '·', '•', ' ', 'a', 'é', '.', '-', "'", '1') })])(
		'what is read once is read the same again',
		(text) => {
			const name = normalizeName(text);
			if (name !== null) expect(normalizeName(name)).toBe(name);
		}
	);
});
