import { getLocale, type Locale } from '$lib/paraglide/runtime.js';

/** What an added kind or campaign is called: in English as the administrator called it, or else as in Chinese. */
export const addedName = (
	{ name, nameEn }: { name: string; nameEn: string | null },
	locale: Locale = getLocale()
): string => (locale === 'en' ? (nameEn ?? name) : name);
