import { error, redirect } from '@sveltejs/kit';
import { pledgeTextForm } from '$lib/forms/pledges/pledge';
import { readForm } from '$lib/server/form';
import { issuePledgeText, mayIssuePledgeText } from '$lib/server/pledges/pledges';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	if (!(await mayIssuePledgeText(ctx))) error(403);
	return { id: ctx.newId(), today: ctx.today() };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, pledgeTextForm);
		if (!form.ok) return form.failure;
		const result = await issuePledgeText(locals.context, form.data);
		if (!result.ok) {
			if (result.refusal === 'not-your-unit') error(403);
			return form.refuse(result.refusal);
		}
		redirect(303, `/admin/pledge-texts/${form.data.id}?issued`);
	}
};
