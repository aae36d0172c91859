import { error } from '@sveltejs/kit';
import { maskName } from '$lib/domain/people/person-name';
import { maskPhone } from '$lib/domain/people/phone';
import { paperRenewalForm, withdrawPledgeForm } from '$lib/forms/pledges/pledge';
import { act } from '$lib/server/act';
import { findPledge } from '$lib/server/db/pledges/pledges';
import { findNewerText } from '$lib/server/pledges/pledge-renewal';
import { renewPledge } from '$lib/server/pledges/renewals';
import { withdrawPledge } from '$lib/server/pledges/withdrawals';
import { type RenewPledgeRefusal } from '$lib/server/pledges/renewals';
import { mayActFor } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const found = await findPledge(ctx.db, params.id);
	if (!found) error(404);
	const { pledge, text, village, renewedOn, withdrawnOn } = found;
	if (!(await mayActFor(ctx, pledge.villageId))) error(403);
	return {
		ids: { withdraw: ctx.newId(), renew: ctx.newId() },
		pledgeId: pledge.id,
		today: ctx.today(),
		newer: await findNewerText(ctx, found),
		isRenewed: url.searchParams.has('renewed') && renewedOn !== null,
		isRecorded: url.searchParams.has('recorded') && withdrawnOn === null,
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

/** The refusals that are about the day on the paper; the others are about the whole form. */
const fields: Partial<Record<RenewPledgeRefusal, string>> = {
	'date-in-future': 'renewedOn',
	'pledge-text-not-yet': 'renewedOn'
};

export const actions: Actions = {
	renew: act(paperRenewalForm, (ctx, data, { params }) => renewPledge(ctx, { ...data, pledgeId: params.id }), {
		field: fields,
		to: ({ params }) => `/desk/pledges/${params.id}?renewed`
	}),
	withdraw: act(withdrawPledgeForm, (ctx, data, { params }) => withdrawPledge(ctx, { ...data, pledgeId: params.id }), {
		to: ({ params }) => `/desk/pledges/${params.id}`
	})
};
