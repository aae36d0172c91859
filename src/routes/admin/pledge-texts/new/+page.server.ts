import { error } from '@sveltejs/kit';
import { pledgeTextForm } from '$lib/forms/pledges/pledge';
import { act } from '$lib/server/act';
import { issuePledgeText } from '$lib/server/pledges/pledge-texts';
import { mayIssuePledgeText } from '$lib/server/pledges/pledge-texts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const ctx = locals.context;
	if (!(await mayIssuePledgeText(ctx))) error(403);
	return { id: ctx.newId(), today: ctx.today() };
};

export const actions: Actions = {
	default: act(pledgeTextForm, issuePledgeText, { to: (_, _result, { id }) => `/admin/pledge-texts/${id}?issued` })
};
