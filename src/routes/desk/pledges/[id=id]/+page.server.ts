import { error, redirect } from '@sveltejs/kit';
import { maskName } from '$lib/domain/person-name';
import { maskPhone } from '$lib/domain/phone';
import { withdrawPledgeForm } from '$lib/forms/pledge';
import { findPledge } from '$lib/server/db/pledges';
import { readForm } from '$lib/server/form';
import { withdrawPledge } from '$lib/server/pledges';
import { mayActFor } from '$lib/server/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const found = await findPledge(ctx.db, params.id);
	if (!found) error(404);
	const { pledge, text, village, withdrawnOn } = found;
	if (!(await mayActFor(ctx, pledge.villageId))) error(403);
	return {
		id: ctx.newId(),
		isRecorded: url.searchParams.has('recorded') && withdrawnOn === null,
		pledge: {
			...{ code: pledge.code, audience: pledge.audience, signedOn: pledge.signedOn, withdrawnOn },
			...{ isOnPaper: pledge.isOnPaper, text, village },
			name: maskName(ctx.keys.open(pledge.nameSealed, 'pledges.name', pledge.id)),
			phone: maskPhone(ctx.keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id))
		}
	};
};

export const actions: Actions = {
	withdraw: async ({ request, locals, params }) => {
		const form = await readForm(request, withdrawPledgeForm);
		if (!form.ok) return form.failure;
		const result = await withdrawPledge(locals.context, { ...form.data, pledgeId: params.id });
		if (!result.ok) {
			if (result.refusal === 'not-your-unit') error(403);
			return form.refuse(result.refusal);
		}
		redirect(303, `/desk/pledges/${params.id}`);
	}
};
