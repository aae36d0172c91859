import { getLocale } from '$lib/paraglide/runtime.js';
import { dateFormat } from '../formatters';

const long = dateFormat({ dateStyle: 'long' });

/** A calendar date in prose without its weekday: 2026年3月1日 / 1 March 2026. In: YYYY-MM-DD. */
export const longDate = (on: string): string => long(on, getLocale() === 'en' ? 'en-GB' : getLocale());
