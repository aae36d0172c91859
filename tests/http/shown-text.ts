import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { oneSpace, parentOf } from './text';

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
