import { literally } from '../literally';

/** The values of a closed list, each with the words that mean it: a pattern that fits a whole cell, closed up and in small letters. */
export type Words<V extends string = string> = readonly (readonly [V, RegExp])[];

/** How cells say yes and no of whatever is asked over them, also as a tick, or as a spreadsheet writes a box. */
export const saysYes = '是 y yes √ ✓ ✔ ☑ true';
export const saysNo = '否 n no × ✗ ✘ x false';

/**
 * A pattern of whole words, spaces between them. `before` and `after` may stand at either end of each word. `and` are patterns beside them. A word
 * within another never counts: in a list of successes 成功 must not find 未成功.
 */
export function means(words: string, { before = '', after = '', and = '' } = {}): RegExp {
	const any = (list: string) => list.split(' ').map(literally).join('|');
	const beside = and === '' ? '' : `|${and}`;
	return new RegExp(`^(?:(?:${any(before)})?(?:${any(words)})(?:${any(after)})?${beside})$`, 'u');
}

/** What of a cell counts when its word is looked up: no spaces, no quotes or 《》 or brackets around it, no stop at its end; small letters. */
export function bareWord(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s"“”'‘’《》]/gu, '')
		.replace(/^[([【](.*)[)\]】]$/u, '$1')
		.replace(/(?<![。.,、;!])[。.,、;!]+$/u, '');
}

/** Which value of a closed list the whole of a cell means; null for unknown words. */
export function readChoice<V extends string>(words: Words<V>, text: string): V | null {
	const typed = bareWord(text);
	return words.find(([, known]) => known.test(typed))?.[0] ?? null;
}
