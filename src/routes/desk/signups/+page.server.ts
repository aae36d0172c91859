import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { phone } from '$lib/forms/fields';
import { maskName } from '$lib/domain/people/person-name';
import { listSignupsOfPhone } from '$lib/server/db/signups/signup-lists';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import type { Actions } from './$types';

/**
 * Finds the sign-ups of a telephone number for a villager who lost the code. The number is posted: it belongs in no
 * address.
 */
export const actions: Actions = {
	default: async ({ request, locals }) => {
		const ctx = locals.context;
		const form = await readForm(request, v.object({ phone }));
		if (!form.ok) return form.failure;
		const found = await listSignupsOfPhone(ctx.db, scopeOf(ctx), ctx.keys.blindIndex(form.data.phone));
		if (found.length === 0) return form.refuse('signup-of-phone-unknown', 'phone');
		if (found.length === 1) redirect(303, `/desk/signups/${found[0]!.id}`);
		const signups = found.map(({ nameSealed, ...signup }) => ({
			...signup,
			name: maskName(ctx.keys.open(nameSealed, 'signups.name', signup.id))
		}));
		return { signups, values: { phone: form.data.phone }, errors: {} };
	}
};
