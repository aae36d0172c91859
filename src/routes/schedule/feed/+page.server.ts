import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { feedForm } from '$lib/forms/shifts/shift';
import { getLocale } from '$lib/paraglide/runtime.js';
import { act } from '$lib/server/act';
import { findFeedOf } from '$lib/server/db/shifts/shift-feeds';
import { readForm } from '$lib/server/form';
import { makeShiftFeed, revokeShiftFeed } from '$lib/server/shifts/shift-feeds';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	if (ctx.actor.kind !== 'account') error(403);
	const feed = await findFeedOf(ctx.db, ctx.actor.accountId);
	return {
		since: feed && dateOf(feed.at),
		ids: [ctx.newId(), ctx.newId()],
		wasRevoked: url.searchParams.has('revoked')
	};
};

export const actions: Actions = {
	make: async ({ locals, request, url }) => {
		const form = await readForm(request, feedForm);
		if (!form.ok) return form.failure;
		const result = await makeShiftFeed(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal);
		const language = getLocale() === 'en' ? '?lang=en' : '';
		return { made: { address: result.token && `${url.origin}/feeds/shifts/${result.token}.ics${language}` } };
	},
	revoke: act(feedForm, revokeShiftFeed, { to: '/schedule/feed?revoked' })
};
