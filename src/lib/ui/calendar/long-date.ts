import { getLocale } from '$lib/paraglide/runtime.js';

/** A calendar date in prose without its weekday: 2026年3月1日 / 1 March 2026. In: YYYY-MM-DD. */
export function longDate(on: string): string {
	const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
	return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${on}T00:00:00Z`));
}
