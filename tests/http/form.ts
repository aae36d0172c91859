import type { Element } from 'domhandler';
import type { CheerioAPI } from 'cheerio';
import { ancestor } from './labels';
import { parentOf, textOf } from './text';

/** A file as a person chooses it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** The form that an element belongs to: around it, or named by its attribute `form`. */
export function formOf($: CheerioAPI, element: Element): Element | null {
	const { form } = element.attribs;
	return form === undefined ? ancestor(element, 'form') : ($(`form[id="${form}"]`).get(0) ?? null);
}

/** What a browser sends for a form: the fields with their values, in the page's order, and the button that was pressed. */
export function entriesOf(
	$: CheerioAPI,
	form: Element,
	pressed: Element | null,
	files: Map<Element, Upload[]>
): [string, string | Upload][] {
	const controls = $('input, select, textarea, button').toArray();
	return controls
		.filter((control) => formOf($, control) === form && control.attribs.name && !isDisabled(control))
		.flatMap((control) => valuesOf($, control, pressed, files).map((value) => [control.attribs.name!, value] as const))
		.map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\r\n?|\n/g, '\r\n') : value]);
}

function valuesOf(
	$: CheerioAPI,
	control: Element,
	pressed: Element | null,
	files: Map<Element, Upload[]>
): (string | Upload)[] {
	const { name, attribs } = control;
	if (isButton(control)) return control === pressed ? [attribs.value ?? ''] : [];
	if (name === 'select') return chosen($, control).map(optionValue);
	if (name === 'textarea') return [valueOf(control)];
	if (isTick(control)) return 'checked' in attribs ? [attribs.value ?? 'on'] : [];
	if (attribs.type === 'file')
		return files.get(control) ?? [{ name: '', mimeType: 'application/octet-stream', buffer: Buffer.alloc(0) }];
	return [valueOf(control)];
}

/** The chosen options of a select: without a choice, the first that may be chosen. */
export function chosen($: CheerioAPI, select: Element): Element[] {
	const options = $(select).find('option').toArray();
	const selected = options.filter((option) => 'selected' in option.attribs);
	if ('multiple' in select.attribs) return selected;
	const one = selected.at(-1) ?? options.find((option) => !('disabled' in option.attribs));
	return one ? [one] : [];
}

export function optionValue(option: Element): string {
	return option.attribs.value ?? textOf(option).trim();
}

/** The text in a field. The parser has left out the line break after `<textarea>`, as a browser does. */
export function valueOf(control: Element): string {
	return control.attribs.value ?? (control.name === 'textarea' ? textOf(control) : '');
}

export const isTick = ({ name, attribs }: Element) => name === 'input' && /^(radio|checkbox)$/.test(attribs.type ?? '');

export const isButton = ({ name, attribs }: Element) =>
	name === 'button' || (name === 'input' && /^(submit|button|image|reset)$/.test(attribs.type ?? ''));

/** Whether a control can be used: neither it nor a fieldset around it is switched off. */
export function isDisabled(control: Element): boolean {
	if ('disabled' in control.attribs) return true;
	for (let node = parentOf(control); node; node = parentOf(node)) {
		if (node.name === 'fieldset' && 'disabled' in node.attribs) return true;
	}
	return false;
}

/** What a browser refuses to hold in a field of this type. */
const shapes: Record<string, RegExp> = {
	date: /^\d{4}-\d\d-\d\d$/,
	month: /^\d{4}-\d\d$/,
	time: /^\d\d:\d\d(:\d\d)?$/,
	'datetime-local': /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
	number: /^-?\d*\.?\d+$/
};

/** Types into a field. Throws when a person could not. */
export function type(control: Element, value: string): void {
	const { name, attribs } = control;
	if (!['input', 'textarea'].includes(name) || isTick(control) || isButton(control))
		throw new Error(`<${name}> takes no text`);
	if (isDisabled(control) || 'readonly' in attribs) throw new Error(`the field ${attribs.name} is locked`);
	const shape = shapes[attribs.type ?? 'text'];
	if (shape && value !== '' && !shape.test(value))
		throw new Error(`a field of type ${attribs.type} cannot hold “${value}”`);
	attribs.value = value;
}

/** Ticks a box or a circle, or takes a tick away. */
export function tick($: CheerioAPI, control: Element, isTicked: boolean): void {
	const { attribs } = control;
	if (!isTick(control)) throw new Error(`<${control.name}> has no tick`);
	if (isDisabled(control)) throw new Error(`the field ${attribs.name} is locked`);
	if (!isTicked) {
		if (attribs.type === 'radio') throw new Error('a choice is taken away by another choice alone');
		delete attribs.checked;
		return;
	}
	if (attribs.type === 'radio') {
		const others = $(`input[type=radio][name="${attribs.name}"]`).toArray();
		for (const other of others) if (formOf($, other) === formOf($, control)) delete other.attribs.checked;
	}
	attribs.checked = '';
}

/** Chooses in a list: by value, by what it says, or by its place in the list. */
export function select($: CheerioAPI, control: Element, wanted: string | { label: string } | { index: number }): void {
	if (control.name !== 'select' || isDisabled(control)) throw new Error(`nothing can be chosen in <${control.name}>`);
	const options = $(control).find('option').toArray();
	const found = options.find((option, nth) => {
		if (typeof wanted === 'string') return optionValue(option) === wanted || textOf(option).trim() === wanted;
		return 'label' in wanted ? textOf(option).trim() === wanted.label : nth === wanted.index;
	});
	if (!found || 'disabled' in found.attribs)
		throw new Error(`the list ${control.attribs.name} offers no ${JSON.stringify(wanted)}`);
	for (const option of options) delete option.attribs.selected;
	found.attribs.selected = '';
}
