// The formatters of Intl, each made once. To make one takes a hundred times as long as to use it, and memory outside of the heap.
/* eslint-disable no-restricted-syntax -- Here they are made and kept. */

/** Numbers as a language writes them. */
export const numberFormat = perLanguage((language) => new Intl.NumberFormat(language));

/** Lists in a sentence: 甲、乙和丙 / A, B and C. */
export const listFormat = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** The order of texts in a language. */
export const collator = perLanguage((language) => new Intl.Collator(language));

/** Calendar dates in these parts. Out: writes a date (YYYY-MM-DD) in a language. */
export function dateFormat(
	parts: Omit<Intl.DateTimeFormatOptions, 'timeZone'>
): (on: string, language: string) => string {
	const formatOf = perLanguage((language) => new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }));
	return (on, language) => formatOf(language).format(Date.parse(`${on}T00:00:00Z`));
}

function perLanguage<Format>(make: (language: string) => Format): (language: string) => Format {
	const made = new Map<string, Format>();
	return (language) => {
		const format = made.get(language) ?? make(language);
		made.set(language, format);
		return format;
	};
}
