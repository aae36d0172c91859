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

/** The text that a reader sees: folded parts are left out, blocks and cells are parted by a space. */
export function shownText(node: AnyNode): string {
	return oneSpace(shownParts(node));
}

function shownParts(node: AnyNode): string {
	if (isText(node)) return node.data;
	if (!isTag(node)) return '';
	if (isHidden(node)) return '';
	const text = node.children.map(shownParts).join('');
	return inline.has(node.name) ? text : ` ${text} `;
}

const inline = new Set(
	'a abbr b bdi cite code del em i ins kbd mark q rt ruby s small span strong sub sup time u'.split(' ')
);

/** Whether the element is on the page for a reader, as far as HTML alone says so; styles are not read. */
export function isShown(element: Element): boolean {
	for (let node: Element | null = element; node; node = parentOf(node)) if (isHidden(node)) return false;
	return true;
}

function isHidden(element: Element): boolean {
	const { name, attribs } = element;
	if (unseen.has(name) || 'hidden' in attribs || (name === 'input' && attribs.type === 'hidden')) return true;
	const parent = parentOf(element);
	if (parent?.name !== 'details' || 'open' in parent.attribs) return false;
	return element !== parent.children.find((child) => isTag(child) && child.name === 'summary');
}

const unseen = new Set(['head', 'script', 'style', 'template', 'title', 'meta', 'link']);

export function parentOf(element: Element): Element | null {
	return element.parent && isTag(element.parent) ? element.parent : null;
}

export function matches(text: string, wording: Wording, exact = false): boolean {
	const found = oneSpace(text);
	if (typeof wording !== 'string') return wording.test(found);
	const wanted = oneSpace(wording);
	return exact ? found === wanted : found.toLowerCase().includes(wanted.toLowerCase());
}
