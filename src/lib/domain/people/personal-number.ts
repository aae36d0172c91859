import { foldText } from '../folded-text';

/**
 * Whether a text holds a telephone number (a mobile, or one with an area code) or an identity number, also with spaces or hyphens in it. Numbers in two lines
 * are two. An identity number of fifteen digits begins with the code of a province (GB/T 2260) and has a month and a day in it; others of that
 * length are none. Names cannot be told from other words: of those the hint of a field has to ask.
 */
export function holdsPersonalNumber(text: string): boolean {
	const closed = foldText(text).replace(/(?<=\d)(?:[^\S\r\n]|\p{Pd})+(?=[\dXx])/gu, '');
	return /(?<!\d)(?:(?:\+?86)?1[3-9]\d{9}|0(?:10|2\d)[2-9]\d{7}|0[3-9]\d{2}[2-9]\d{6,7}|\d{17}[\dXx]|(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?!\d)/u.test(
		closed
	);
}
