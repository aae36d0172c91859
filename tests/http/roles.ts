import type { Element } from 'domhandler';

/** The role that a screen reader gives to an element, of the roles that tests ask for. */
export function roleOf(element: Element): string | null {
	const { name, attribs } = element;
	if (attribs.role) return attribs.role;
	if (name === 'a') return 'href' in attribs ? 'link' : null;
	if (name === 'input') return inputRoles[attribs.type ?? 'text'] ?? 'textbox';
	if (name === 'th') return attribs.scope?.startsWith('row') ? 'rowheader' : 'columnheader';
	if (/^h[1-6]$/.test(name)) return 'heading';
	return roles[name] ?? null;
}

const inputRoles: Record<string, string | null> = {
	radio: 'radio',
	checkbox: 'checkbox',
	submit: 'button',
	button: 'button',
	number: 'spinbutton',
	file: null,
	hidden: null
};

const roles: Record<string, string> = {
	button: 'button',
	textarea: 'textbox',
	select: 'combobox',
	tr: 'row',
	td: 'cell',
	table: 'table',
	article: 'article',
	nav: 'navigation',
	main: 'main',
	img: 'img',
	fieldset: 'group',
	details: 'group',
	output: 'status',
	ul: 'list',
	ol: 'list',
	li: 'listitem'
};
