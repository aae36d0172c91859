import { browser } from '$app/environment';
import { isLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';

/** The big screen follows what happens without a reload. Everything else of it works without scripts. */
export const csr = true;

// The cookie of the language is not for scripts to read: the page itself says which one it is in.
const { lang } = browser ? document.documentElement : { lang: '' };
if (isLocale(lang)) overwriteGetLocale(() => lang);
