import * as v from 'valibot';
import { roles } from '$lib/domain/people/actor';
import { normalizeUsername } from '$lib/domain/people/username';
import { id, personName, unitId } from '../fields';

const password = (missing: string) =>
	v.pipe(v.string(missing), v.nonEmpty(missing), v.maxLength(1000, 'password-too-long'));

export const signInForm = v.object({
	username: v.pipe(
		v.string('username-missing'),
		v.trim(),
		v.nonEmpty('username-missing'),
		v.maxLength(200, 'text-too-long')
	),
	password: password('password-missing')
});

export const changePasswordForm = v.pipe(
	v.object({
		id,
		currentPassword: password('password-missing'),
		newPassword: password('new-password-missing'),
		repeatPassword: v.optional(v.string(), '')
	}),
	v.forward(
		v.partialCheck(
			[['newPassword'], ['repeatPassword']],
			({ newPassword, repeatPassword }) => newPassword === repeatPassword,
			'passwords-differ'
		),
		['repeatPassword']
	)
);

export const openAccountForm = v.object({
	id,
	username: v.pipe(
		v.string('username-missing'),
		v.trim(),
		v.nonEmpty('username-missing'),
		v.transform(normalizeUsername),
		v.string('username-wrong')
	),
	name: personName,
	role: v.picklist(roles, 'role-missing'),
	unitId
});

/** A new one-time password for an account, or its closing: `id` is the act's own. */
export const accountActForm = v.object({ id });
