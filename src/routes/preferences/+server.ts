import { redirect } from '@sveltejs/kit';
import { isLocale } from '$lib/paraglide/runtime.js';
import { readFields } from '$lib/server/form';
import { returnPath } from '$lib/server/return-path';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 3600;

/**
 * Remembers the language or the 长辈版 in a cookie, and goes back to where the switch was pressed. What a form of that page held is sent
 * along (307): the page shows it again as it was typed (see readForm).
 */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await readFields(request);
	const options = {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: year
	} as const;
	const [lang, view] = [form.get('lang'), form.get('view')];
	if (isLocale(lang)) cookies.set('lang', lang, options);
	if (view === 'elder' || view === 'normal') cookies.set('view', view, options);
	const isTyped = [...form.keys()].some((name) => name !== 'lang' && name !== 'view');
	redirect(isTyped ? 307 : 303, returnPath(url.searchParams.get(isTyped ? 'again' : 'back')));
};
