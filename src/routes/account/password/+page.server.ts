import { redirect } from '@sveltejs/kit';
import { changePasswordForm } from '$lib/forms/people/account';
import { changePassword } from '$lib/server/people/accounts';
import { readForm } from '$lib/server/form';
import { sessionCookie } from '$lib/server/people/session-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { actor, newId } = locals.context;
	return { id: newId(), isForced: actor.kind === 'account' && actor.mustChangePassword };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, changePasswordForm);
		if (!form.ok) return form.failure;
		const token = cookies.get(sessionCookie) ?? '';
		const result = await changePassword(locals.context, { ...form.data, token });
		if (result.ok) redirect(303, '/account?changed');
		const field = result.refusal === 'wrong-password' ? 'currentPassword' : 'newPassword';
		return form.refuse(result.refusal, result.refusal.includes('password') ? field : 'form');
	}
};
