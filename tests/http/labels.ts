import { isTag, type Element } from 'domhandler';
import type { CheerioAPI } from 'cheerio';
import { oneSpace, parentOf, textOf } from './text';

/** The name that a screen reader reads for an element. */
export function nameOf($: CheerioAPI, element: Element): string {
	const { attribs } = element;
	const texts = labelsOf($, element);
	if (texts.length > 0) return oneSpace(texts.join(' '));
	if (element.name === 'img') return attribs.alt ?? '';
	const naming = element.children.find((child) => isTag(child) && ['legend', 'caption', 'title'].includes(child.name));
	return oneSpace(naming ? textOf(naming) : textOf(element) || (attribs.value ?? attribs.title ?? ''));
}

const labelled = new Set(['input', 'select', 'textarea', 'output', 'button', 'meter', 'progress']);

/** The texts that label an element: those that aria names, else its `<label>`s. */
export function labelsOf($: CheerioAPI, element: Element): string[] {
	const { attribs } = element;
	const ids = attribs['aria-labelledby']?.split(/\s+/) ?? [];
	const named = ids.flatMap((id) => $(`[id="${id}"]`).toArray()).map(textOf);
	if (named.length > 0) return [named.join(' ')];
	if (attribs['aria-label']) return [attribs['aria-label']];
	if (!labelled.has(element.name)) return [];
	const own = attribs.id ? (labelsIn($).get(attribs.id) ?? []) : [];
	const around = ancestor(element, 'label');
	return [...own, ...(around && !own.includes(around) ? [around] : [])].map(textOf);
}

const labels = new WeakMap<CheerioAPI, Map<string, Element[]>>();

/** The labels of a page by the id that they are for. */
function labelsIn($: CheerioAPI): Map<string, Element[]> {
	const known = labels.get($);
	if (known) return known;
	const found = new Map<string, Element[]>();
	for (const label of $('label[for]').toArray()) {
		const { for: id = '' } = label.attribs;
		found.set(id, [...(found.get(id) ?? []), label]);
	}
	labels.set($, found);
	return found;
}

/** The nearest ancestor of that name, or the element itself. */
export function ancestor(element: Element, ...names: string[]): Element | null {
	for (let node: Element | null = element; node; node = parentOf(node)) if (names.includes(node.name)) return node;
	return null;
}
