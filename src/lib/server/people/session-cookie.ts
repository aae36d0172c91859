export const sessionCookie = 'session';

/**
 * The options with which the session's cookie is set and deleted. Over plain http (a township's own network) browsers
 * ignore a `secure` one.
 */
export function sessionCookieOptions(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}

/**
 * The options with which the cookie of a session is set that lasts from `now` until `until` (ms of the server's clock). It says how long, not until
 * when: a browser beside a server whose clock is wrong would forget a cookie that ends at an instant.
 */
export function lastingCookieOptions(url: URL, { now, until }: { now: number; until: number }) {
	return { ...sessionCookieOptions(url), maxAge: Math.ceil((until - now) / 1000) };
}
