import { isTag, isText, type AnyNode, type Element } from 'domhandler';

/** What a test looks for: a string is compared without case and with single spaces. */
export type Wording = string | RegExp;

export const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts that were read before: what is typed and ticked changes attributes alone. */
const texts = new WeakMap<AnyNode, string>();

/** All text in an element, as `textContent` has it. */
export function textOf(node: AnyNode): string {
	if (isText(node)) return node.data;
	if (!('children' in node)) return '';
	const known = texts.get(node);
	if (known !== undefined) return known;
	const text = node.children.map(textOf).join('');
	texts.set(node, text);
	return text;
}

export function parentOf(element: Element): Element | null {
	return element.parent && isTag(element.parent) ? element.parent : null;
}

export function matches(text: string, wording: Wording, exact = false): boolean {
	const found = oneSpace(text);
	if (typeof wording !== 'string') return wording.test(found);
	const wanted = oneSpace(wording);
	return exact ? found === wanted : found.toLowerCase().includes(wanted.toLowerCase());
}
