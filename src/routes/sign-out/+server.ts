import { redirect } from '@sveltejs/kit';
import { signOut } from '$lib/server/people/sign-in';
import { sessionCookie, sessionCookieOptions } from '$lib/server/people/session-cookie';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
	const token = cookies.get(sessionCookie);
	if (token) await signOut(locals.context, { token });
	cookies.delete(sessionCookie, sessionCookieOptions(url));
	redirect(303, '/');
};
