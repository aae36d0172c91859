import { browser } from '$app/environment';
import { isLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';

/** The door alone ships JavaScript: for the camera and the live count. Everything else of it works without. */
export const csr = true;

// The cookie of the language is not for scripts to read: the page itself says which one it is in.
const { lang } = browser ? document.documentElement : { lang: '' };
if (isLocale(lang)) overwriteGetLocale(() => lang);
