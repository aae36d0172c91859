import { getContext, setContext } from 'svelte';
import { page } from '$app/state';
import type { ZeroInTheWay } from '$lib/domain/activities/checked-month';
import { m } from '$lib/paraglide/messages.js';
import { errorText, type ErrorCode } from './error-words';

/** What an action gave back: what was typed, and per field (or `form`) the code of what is wrong. Without errors the form is only shown again. */
export interface FormState {
	values: Record<string, string>;
	errors: Record<string, ErrorCode>;
	/** The checked zero that keeps the entry out, where that is what is wrong. */
	zero?: ZeroInTheWay | null;
	/** What the errors of fields speak of, where neither says it: names of villages and groups. */
	about?: Partial<Record<string, string>>;
	/** The field whose name Enter looked for: the page opens there. */
	looked?: string;
}

/** What a form tells its fields. */
export interface FormContext {
	/** What was typed into this field; in a fresh form what it was filled with, or `fresh`. A box that was not ticked has no value. */
	value<T>(name: string, fresh: T): string | number | null | undefined | T;
	/** What is wrong with this field, worded. */
	error(name: string): string | undefined;
	/** The id of this field's control. */
	idOf(name: string): string;
	/** Where it is sent, as in HTML; '' to the page itself. */
	readonly action: string;
	readonly state: FormState | null;
}

const key = Symbol('form');

export const setForm = (form: FormContext): FormContext => setContext(key, form);

/** The form around a field; none in a form that only asks (method get). */
export const findForm = (): FormContext | undefined => getContext(key);

/** What the page's last action gave back; null on a fresh page. */
export function pageState(): FormState | null {
	const form = page.form as Partial<FormState> | null;
	return form?.errors ? { values: form.values ?? {}, errors: form.errors, zero: form.zero, about: form.about } : null;
}

/**
 * What the page's last action gave back, if this form sent it: the address is the form's, and each field of `record` was sent as it is here.
 * @param action the form's action, as in HTML; without one the form goes to the page itself
 */
export function stateOf(action: string | undefined, record: Record<string, string> = {}): FormState | null {
	const state = pageState();
	if (!state) return null;
	const to = new URL(action ?? '', page.url);
	const isOwn = to.pathname === page.url.pathname && actionOf(to) === actionOf(page.url);
	return isOwn && Object.entries(record).every(([name, value]) => state.values[name] === value) ? state : null;
}

/** The name of the action that an address calls: `/save` in `?/save`; '' for the default one. */
export const actionOf = (url: URL) => [...url.searchParams.keys()].find((key) => key.startsWith('/')) ?? '';

/** What a form action gave back, worded: per field, and for the whole form. */
export function formErrors(
	form: { errors?: Partial<Record<string, string>>; about?: FormState['about'] } | null | undefined
): {
	fields: Record<string, string | undefined>;
	form: string | undefined;
} {
	const worded = Object.entries(form?.errors ?? {}).map(([field, code]) => {
		const text = code && errorText(code as ErrorCode);
		const name = form?.about?.[field];
		return [field, text && name ? m.shell_error_about({ name, text }) : text];
	});
	const { form: whole, ...fields } = Object.fromEntries(worded) as Record<string, string | undefined>;
	return { fields, form: whole };
}
