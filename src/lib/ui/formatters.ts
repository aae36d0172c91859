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
	const writerOf = perLanguage((language) => {
		const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
		return kept((on: string) => format.format(Date.parse(`${on}T00:00:00Z`)));
	});
	return (on, language) => writerOf(language)(on);
}

/** So many dates of a format are kept as they were written, then all are let go. */
const mostWritten = 1000;

/** Lists of coming events and this year's tables write the same dates over and over. */
function kept(write: (on: string) => string): (on: string) => string {
	const written = new Map<string, string>();
	return (on) => {
		const known = written.get(on);
		if (known !== undefined) return known;
		if (written.size >= mostWritten) written.clear();
		const text = write(on);
		written.set(on, text);
		return text;
	};
}

function perLanguage<Format>(make: (language: string) => Format): (language: string) => Format {
	const made = new Map<string, Format>();
	return (language) => {
		const format = made.get(language) ?? make(language);
		made.set(language, format);
		return format;
	};
}
