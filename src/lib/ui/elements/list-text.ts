import { getLocale } from '$lib/paraglide/runtime.js';
import { listFormat } from '../formatters';

/** Things in a row as the reader's language parts them: 甲、乙、丙 / A, B, and C. */
export const listText = (items: readonly string[]): string =>
	getLocale() === 'en' ? listFormat('en').format(items) : items.join('、');
