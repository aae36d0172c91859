import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { accountActForm } from '$lib/forms/people/account';
import { act } from '$lib/server/act';
import { attemptName } from '$lib/server/people/sign-in';
import { closeAccount } from '$lib/server/people/account-acts';
import { resetPassword } from '$lib/server/people/account-acts';
import { findAccount } from '$lib/server/db/people/accounts';
import { listLockedNames } from '$lib/server/db/people/sign-in-attempts';
import { findUnit } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { mayAdminister } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const account = await findAccount(ctx.db, params.id);
	if (!account) error(404);
	if (!(await mayAdminister(ctx, account.unitId))) error(403);
	const { id, username, role, mustChangePassword, closedAt } = account;
	const name = attemptName(ctx, username);
	const [unit, locked] = await Promise.all([
		findUnit(ctx.db, account.unitId),
		listLockedNames(ctx.db, [name], ctx.now())
	]);
	return {
		account: {
			id,
			username,
			role,
			mustChangePassword,
			isClosed: closedAt !== null,
			isLocked: locked.has(name),
			name: ctx.keys.open(account.nameSealed, 'accounts.name', id),
			unit: { name: unit!.name, nameEn: unit!.nameEn },
			openedOn: dateOf(account.at),
			closedOn: closedAt === null ? null : dateOf(closedAt),
			isOwn: ctx.actor.kind === 'account' && ctx.actor.accountId === id
		},
		ids: [ctx.newId(), ctx.newId()],
		wasClosed: url.searchParams.has('closed')
	};
};

export const actions: Actions = {
	reset: async ({ request, locals, params }) => {
		const form = await readForm(request, accountActForm);
		if (!form.ok) return form.failure;
		const result = await resetPassword(locals.context, { id: form.data.id, accountId: params.id });
		if (result.ok) return { reset: { oneTimePassword: result.oneTimePassword } };
		return form.refuse(result.refusal);
	},
	close: act(accountActForm, (ctx, { id }, { params }) => closeAccount(ctx, { id, accountId: params.id }), {
		to: ({ params }) => `/admin/accounts/${params.id}?closed`
	})
};
