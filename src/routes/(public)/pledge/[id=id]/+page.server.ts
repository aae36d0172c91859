import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { renewPledgeForm, withdrawPledgeForm } from '$lib/forms/pledges/pledge';
import { act } from '$lib/server/act';
import { findPledge } from '$lib/server/db/pledges/pledges';
import { findNewerText } from '$lib/server/pledges/pledge-renewal';
import { renewPledge } from '$lib/server/pledges/renewals';
import { shownPledge } from '$lib/server/pledges/shown-pledge';
import { withdrawPledge } from '$lib/server/pledges/withdrawals';
import { asHolder } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (request) => {
	const ctx = openContext(request);
	const found = await findPledge(ctx.db, request.params.id);
	if (!found) error(404);
	const { pledge, renewedOn } = found;
	return {
		ids: { withdraw: ctx.newId(), renew: ctx.newId() },
		pledgeId: pledge.id,
		newer: await findNewerText(ctx, found),
		isRenewed: request.url.searchParams.has('renewed') && renewedOn !== null,
		pledge: shownPledge(ctx, found)
	};
};

export const actions: Actions = {
	renew: act(renewPledgeForm, (ctx, data, { params }) => renewPledge(ctx, { ...data, pledgeId: params.id }), {
		as: (event) => openContext(event),
		to: ({ params }) => `/pledge/${params.id}?renewed`
	}),
	withdraw: act(withdrawPledgeForm, (ctx, data, { params }) => withdrawPledge(ctx, { ...data, pledgeId: params.id }), {
		as: (event) => openContext(event),
		to: ({ params }) => `/pledge/${params.id}`
	})
};

type SlipRequest = Pick<RequestEvent, 'locals' | 'cookies'> & { params: { id: string } };

/** The holder of the slip acts as a villager, also when signed in as staff. Without the slip: to the look-up. */
function openContext({ locals, cookies, params }: SlipRequest) {
	return asHolder(locals.context, cookies, params.id) ?? redirect(303, '/slip');
}
