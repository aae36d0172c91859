export const sessionCookie = 'session';

/** How the session's cookie is set, and deleted: over plain http (a township's own network) browsers heed no `secure` one. */
export function sessionCookieOptions(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: url.protocol === 'https:' };
}
