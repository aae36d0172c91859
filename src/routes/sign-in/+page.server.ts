import { redirect } from '@sveltejs/kit';
import { signInForm } from '$lib/forms/people/account';
import { signIn } from '$lib/server/people/accounts';
import { changePasswordRoute } from '$lib/server/people/access';
import { readForm } from '$lib/server/form';
import { returnPath } from '$lib/server/return-path';
import { sessionCookie, sessionCookieOptions } from '$lib/server/people/session-cookie';
import type { Role } from '$lib/domain/people/actor';
import type { Actions, PageServerLoad } from './$types';

const firstPage: Record<Role, string> = { administrator: '/desk', cadre: '/desk', volunteer: '/schedule' };

export const load: PageServerLoad = ({ locals, url }) => {
	const { actor } = locals;
	if (actor.kind === 'account') redirect(303, returnPath(url.searchParams.get('next'), firstPage[actor.role]));
	return { isForPage: url.searchParams.has('next') };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const form = await readForm(request, signInForm, await locals.context.throttle.takeSignIn(getClientAddress()));
		if (!form.ok) return form.failure;
		const result = await signIn(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal);
		cookies.set(sessionCookie, result.token, { ...sessionCookieOptions(url), expires: new Date(result.expiresAt) });
		if (result.mustChangePassword) redirect(303, changePasswordRoute);
		redirect(303, returnPath(url.searchParams.get('next'), firstPage[result.role]));
	}
};
