import { redirect } from '@sveltejs/kit';
import { lookupForm } from '$lib/forms/signups/signup';
import { findSlipByCode, listSlipKinds, type SlipKind } from '$lib/server/db/signups/slips';
import { readForm } from '$lib/server/form';
import { grantSlip, listGrantedSlips } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

const addresses: Record<SlipKind, string> = { signup: '/slip', pledge: '/pledge', banquet: '/household' };

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const ctx = locals.context;
	const slips = await listSlipKinds(ctx.db, listGrantedSlips(cookies, ctx.keys, ctx.now()));
	return { slips: slips.map(({ kind, id, title }) => ({ kind, title, href: `${addresses[kind]}/${id}` })) };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies, url, getClientAddress }) => {
		const ctx = locals.context;
		const address = getClientAddress();
		let isCounted = false;
		const form = await readForm(request, lookupForm, async () => (isCounted = await ctx.throttle.takeLookup(address)));
		if (!form.ok) {
			if (isCounted) await ctx.throttle.giveLookupBack(address);
			return form.failure;
		}
		const found = await findSlipByCode(ctx.db, ctx.keys.blindIndex(form.data.phone), form.data.code);
		if (!found) return form.refuse('slip-not-found');
		await ctx.throttle.giveLookupBack(address);
		grantSlip(cookies, ctx.keys, found.id, ctx.now(), url.protocol === 'https:');
		redirect(303, `${addresses[found.kind]}/${found.id}`);
	}
};
