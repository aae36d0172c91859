import { getLocale, type Locale } from '$lib/paraglide/runtime.js';

/** A text that people wrote: in English where it was written in English, too, or else in Chinese. */
export const inLanguage = (chinese: string, english: string | null, locale: Locale = getLocale()): string =>
	locale === 'en' ? (english ?? chinese) : chinese;
