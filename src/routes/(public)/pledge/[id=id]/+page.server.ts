import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { renewPledgeForm, withdrawPledgeForm } from '$lib/forms/pledges/pledge';
import { findPledge } from '$lib/server/db/pledges/pledges';
import { readForm } from '$lib/server/form';
import { findNewerText } from '$lib/server/pledges/pledge-renewal';
import { renewPledge, withdrawPledge } from '$lib/server/pledges/pledges';
import { asHolder } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (request) => {
	const ctx = openContext(request);
	const found = await findPledge(ctx.db, request.params.id);
	if (!found) error(404);
	const { pledge, text, village, renewedOn, withdrawnOn } = found;
	return {
		ids: { withdraw: ctx.newId(), renew: ctx.newId() },
		pledgeId: pledge.id,
		newer: await findNewerText(ctx, found),
		isRenewed: request.url.searchParams.has('renewed') && renewedOn !== null,
		pledge: {
			code: pledge.code,
			audience: pledge.audience,
			signedOn: pledge.signedOn,
			renewedOn,
			withdrawnOn,
			isOnPaper: pledge.isOnPaper,
			text,
			village,
			name: maskName(ctx.keys.open(pledge.nameSealed, 'pledges.name', pledge.id)),
			phone: maskPhone(ctx.keys.open(pledge.phoneSealed, 'pledges.phone', pledge.id))
		}
	};
};

export const actions: Actions = {
	renew: async (request) => {
		const ctx = openContext(request);
		const form = await readForm(request.request, renewPledgeForm);
		if (!form.ok) return form.failure;
		const result = await renewPledge(ctx, { ...form.data, pledgeId: request.params.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/pledge/${request.params.id}?renewed`);
	},
	withdraw: async (request) => {
		const ctx = openContext(request);
		const form = await readForm(request.request, withdrawPledgeForm);
		if (!form.ok) return form.failure;
		const result = await withdrawPledge(ctx, { ...form.data, pledgeId: request.params.id });
		if (!result.ok) return form.refuse(result.refusal);
		redirect(303, `/pledge/${request.params.id}`);
	}
};

type SlipRequest = Pick<RequestEvent, 'locals' | 'cookies'> & { params: { id: string } };

/** The holder of the slip acts as a villager, also when signed in as staff. Without the slip: to the look-up. */
function openContext({ locals, cookies, params }: SlipRequest) {
	return asHolder(locals.context, cookies, params.id) ?? redirect(303, '/slip');
}
