import { error } from '@sveltejs/kit';
import { roles } from '$lib/domain/people/actor';
import { officeKinds } from '$lib/domain/units/unit';
import { openAccountForm } from '$lib/forms/people/account';
import { openAccount } from '$lib/server/people/account-openings';
import { readForm, sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { takeUnitsFound } from '$lib/server/found-units';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		scope: scopeOf(ctx),
		kinds: officeKinds
	});
	return {
		id: ctx.newId(),
		roles: roles.toReversed(),
		units
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const find = (sent: FormData) => takeUnitsFound(locals.context, sent, openAccountForm);
		const form = await readForm(request, openAccountForm, undefined, find);
		if (!form.ok) return form.failure;
		const result = await openAccount(locals.context, form.data);
		if (result.ok) {
			const { id, username } = form.data;
			return { opened: { id, username, oneTimePassword: result.oneTimePassword } };
		}
		if (result.refusal === 'not-your-unit') error(403);
		return form.refuse(result.refusal, result.refusal === 'username-taken' ? 'username' : 'unitId');
	}
};
