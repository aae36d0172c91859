import { redirect } from '@sveltejs/kit';
import { signInForm } from '$lib/forms/people/account';
import { act } from '$lib/server/act';
import { signIn } from '$lib/server/people/sign-in';
import { changePasswordRoute } from '$lib/server/people/access';
import { returnPath } from '$lib/server/return-path';
import { lastingCookieOptions, sessionCookie } from '$lib/server/people/session-cookie';
import type { Role } from '$lib/domain/people/actor';
import type { Actions, PageServerLoad } from './$types';

const firstPage: Record<Role, string> = { administrator: '/desk', cadre: '/desk', volunteer: '/schedule' };

export const load: PageServerLoad = ({ locals, url }) => {
	const { actor } = locals;
	if (actor.kind === 'account') redirect(303, returnPath(url.searchParams.get('next'), firstPage[actor.role]));
	return { isForPage: url.searchParams.has('next') };
};

export const actions: Actions = {
	default: act(
		signInForm,
		async (ctx, data, { cookies, url }) => {
			const result = await signIn(ctx, data);
			if (result.ok)
				cookies.set(
					sessionCookie,
					result.token,
					lastingCookieOptions(url, { now: ctx.now(), until: result.expiresAt })
				);
			return result;
		},
		{
			mayTry: (throttle, address) => throttle.takeSignIn(address),
			to: ({ url }, { mustChangePassword, role }) =>
				mustChangePassword ? changePasswordRoute : returnPath(url.searchParams.get('next'), firstPage[role])
		}
	)
};
