import { getLocale } from '$lib/paraglide/runtime.js';
import { numberFormat } from '../formatters';

/** A number as the reader's language writes it. */
export function numberText(value: number): string {
	return numberFormat(getLocale()).format(value);
}
