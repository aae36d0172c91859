import type { Transport } from '@sveltejs/kit';
import { getServerAsyncLocalStorage } from '$lib/paraglide/runtime.js';

/**
 * What a page's load gave is written out for the browser, also where the page ships no script that would read it. Where the request says so
 * (hooks.server.ts), all of it is one short word instead: writing it out takes as long as a small page.
 */
export const transport: Transport = {
	unsent: {
		encode: () => (getServerAsyncLocalStorage()?.getStore() as { isUnsent?: boolean } | undefined)?.isUnsent ?? false,
		decode: () => undefined
	}
};
