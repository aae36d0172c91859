import { browser } from '$app/environment';
import { isLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';

/** The browser draws the picture: it has the letters that no bare server has (decisions/0030). */
export const csr = true;

// The cookie of the language is not for scripts to read: the page itself says which one it is in.
const { lang } = browser ? document.documentElement : { lang: '' };
if (isLocale(lang)) overwriteGetLocale(() => lang);
