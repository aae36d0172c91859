export const sessionCookie = 'session';

/**
 * The options with which the session's cookie is set and deleted. Over plain http (a township's own network) browsers
 * ignore a `secure` one.
 */
export function sessionCookieOptions(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
