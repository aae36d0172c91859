import { error } from '@sveltejs/kit';
import { roles } from '$lib/domain/people/actor';
import { openAccountForm } from '$lib/forms/people/account';
import { openAccount } from '$lib/server/people/account-openings';
import { listUnits } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	const units = await listUnits(ctx.db, scopeOf(ctx), ['district', 'town', 'village', 'community']);
	return {
		id: ctx.newId(),
		roles: roles.toReversed(),
		units: namedUnits(units)
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, openAccountForm);
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
