import { getLocale } from '$lib/paraglide/runtime.js';

/** A number as the reader's language writes it. */
export function numberText(value: number): string {
	return new Intl.NumberFormat(getLocale()).format(value);
}
