import { getLocale, locales, type Locale } from '$lib/paraglide/runtime.js';
import { inLanguage } from '../elements/in-language';

/** What an added kind or campaign is called: in English as the administrator called it, or else as in Chinese. */
export const addedName = ({ name, nameEn }: { name: string; nameEn: string | null }, locale?: Locale): string =>
	inLanguage(name, nameEn, locale);

/** What the software's own words are in each language. */
export const inBothLanguages = (
	words: readonly ((inputs: Record<string, never>, options: { locale: Locale }) => string)[]
): string[] => locales.flatMap((locale) => words.map((word) => word({}, { locale })));

/** For an element that holds such a text: the language of the text where it is not that of the page. */
export const langOf = (english: string | null): 'zh-CN' | undefined =>
	getLocale() === 'en' && english === null ? 'zh-CN' : undefined;
