const base = 'http://same.site';

/**
 * The path when it leads to this site and nowhere else, so that no link can send a reader to another site; else
 * `fallback`.
 */
export function returnPath(path: string | null | undefined, fallback = '/'): string {
	if (!path || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(path) || !URL.canParse(path, base)) return fallback;
	const url = new URL(path, base);
	// Dots are resolved by now: `/..//elsewhere` would be `//elsewhere`, which is another site.
	return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : fallback;
}
