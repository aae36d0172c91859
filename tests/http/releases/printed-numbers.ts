import { load } from 'cheerio';
import type { Element } from 'domhandler';

/** A number of an answer, with what stands around it. */
export interface Printed {
	number: number;
	isRate: boolean;
	around: string;
}

/** In a file a comma parts numbers; in words it parts thousands. */
const numberShape = /[-−]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;

/**
 * What a reader of an answer gets, of a page and a picture its texts, of a file all of it: its numbers, and its words with a sign in place of
 * each number.
 */
export function readNumbers(answer: string): { numbers: Printed[]; words: string } {
	// Times of day, and when an answer was made.
	const text = textOf(answer).replace(/\d{1,2}:\d{2}|"at":\d+/g, '');
	const numbers = [...text.matchAll(numberShape)].map((found): Printed => {
		const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
		const number = Number(found[0].replaceAll(',', '').replace('−', '-'));
		return {
			number,
			isRate: !Number.isInteger(number) || /^\s?%/.test(after) || before.endsWith('"changeRate":'),
			around: before.slice(-40) + found[0] + after.slice(0, 40)
		};
	});
	// A review writes 200余 for 206, and 200 for 200.
	return { numbers, words: text.replace(numberShape, '#').replaceAll('#余', '#') };
}

const attributes = ['alt', 'title', 'aria-label', 'placeholder'];

function textOf(answer: string): string {
	if (!/<(html|svg)[\s>]/.test(answer)) return answer;
	const $ = load(answer);
	// The ratio of the two counts that stand beside it, and estimates that print what they are made of: tests/domain/figures.
	$('.certainty + details, .sure details, section.sheet, script, style').remove();
	const named = $<Element, string>(attributes.map((name) => `[${name}]`).join())
		.toArray()
		.flatMap(({ attribs }) => attributes.map((name) => attribs[name]).filter(Boolean));
	const texts: string[] = [];
	const walk = (node: { type: string; data?: string; children?: unknown[] }) => {
		if (node.type === 'text' && node.data!.trim()) texts.push(node.data!.trim());
		for (const child of node.children ?? []) walk(child as typeof node);
	};
	walk($.root()[0]! as unknown as Parameters<typeof walk>[0]);
	return [...texts, ...named].join(' | ');
}
