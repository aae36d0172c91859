import { changePasswordForm } from '$lib/forms/people/account';
import { act } from '$lib/server/act';
import { changePassword } from '$lib/server/people/accounts';
import { sessionCookie } from '$lib/server/people/session-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { actor, newId } = locals.context;
	return { id: newId(), isForced: actor.kind === 'account' && actor.mustChangePassword };
};

export const actions: Actions = {
	default: act(
		changePasswordForm,
		(ctx, data, { cookies }) => changePassword(ctx, { ...data, token: cookies.get(sessionCookie) ?? '' }),
		{
			field: (refusal) =>
				refusal === 'wrong-password' ? 'currentPassword' : refusal.includes('password') ? 'newPassword' : undefined,
			to: '/account?changed'
		}
	)
};
