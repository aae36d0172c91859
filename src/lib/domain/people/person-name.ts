import { foldText } from '../folded-text';

/** The separator of ethnic and foreign names, U+00B7, and the look-alikes that keyboards type for it (NFKC has folded ･). */
const lookAlikes = /[•・‧∙⋅]/gu;
const han = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u;
const latin = /^\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:[ .'·-]+[\p{Script=Latin}\p{M}]+)*\.?$/u;
const maxCharacters = 40;
/** Code units: most characters have one, rare ones of Han two, a letter with a mark of its own two or three. */
const maxLength = 3 * maxCharacters;
/** More marks than any language sets on one letter: of Vietnamese letters two stay after folding. */
const heapedMarks = /\p{M}{4}/u;
/** Texts in which every code unit is a character of its own: nearly all names. */
const plain = /^[\u3400-\u4dbf\u4e00-\u9fff·A-Za-z ]*$/;
// eslint-disable-next-line no-restricted-syntax -- Made once. The domain has no other floor to ask.
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A person's name as typed, in one spelling; null when it cannot be one (people-and-privacy.md).
 * Han characters of any plane, parts joined by ·; spaces inside are dropped ("张 三" → "张三"), since ledgers pad names with them.
 * A foreigner's Latin name keeps single spaces. At most 40 characters, counted as people see them, with three marks each.
 */
export function normalizeName(text: string): string | null {
	const folded = foldText(text)
		.replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
		.replace(lookAlikes, '·')
		.replace(/[’‘ʼ]/g, "'")
		.replace(/\s+/gu, ' ')
		.trim();
	const closed = folded.replaceAll(' ', '').replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·');
	const name = han.test(closed) ? closed : latin.test(folded) ? folded : null;
	if (name === null || name.length > maxLength || heapedMarks.test(name)) return null;
	return lengthOf(name) <= maxCharacters ? name : null;
}

/**
 * A normalised name as lists show it: 张三 → 张*, 张小三 → 张*三, 欧阳 → 欧*, 买买提·吐尔逊 → 买***逊.
 * First and last character stay (of two only the first); between them at most three stars, so that length does not give a name away.
 */
export function maskName(name: string): string {
	const characters = charactersOf(name);
	const [first = '', ...rest] = characters;
	if (characters.length < 2) return '*';
	const last = rest.length > 1 ? rest.at(-1) : '';
	const hidden = rest.length > 1 ? rest.length - 1 : 1;
	return `${first}${'*'.repeat(Math.min(hidden, 3))}${last}`;
}

/** Grapheme clusters: a character of the supplementary planes is one, and so is a letter with its accents. */
function charactersOf(text: string): string[] {
	if (plain.test(text)) return text.split('');
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function lengthOf(text: string): number {
	return charactersOf(text).length;
}
