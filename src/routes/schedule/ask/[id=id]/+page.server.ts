import { error } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { askColleagueForm } from '$lib/forms/shifts/shift';
import { act } from '$lib/server/act';
import { listColleagues } from '$lib/server/db/shifts/shift-requests';
import { listOwnShifts } from '$lib/server/db/shifts/shift-lists';
import { askColleague } from '$lib/server/shifts/shift-requests';
import { collator } from '$lib/ui/formatters';
import type { Actions, PageServerLoad } from './$types';

/** First the colleague (?to=), then what to ask for. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	if (ctx.actor.kind !== 'account') error(403);
	const { accountId, unitId } = ctx.actor;
	const now = ctx.now();
	const own = await listOwnShifts(ctx.db, { accountId, now });
	const shift = own.find(({ claimId }) => claimId === params.id);
	if (!shift || shift.cancelledAt !== null || shift.startsAt <= now) error(404);
	const inOrder = collator(getLocale());
	const colleagues = (await listColleagues(ctx.db, { unitId, exceptId: accountId }))
		.map(({ nameSealed, ...colleague }) => ({
			...colleague,
			name: ctx.keys.open(nameSealed, 'accounts.name', colleague.id)
		}))
		.sort((a, b) => inOrder.compare(a.name, b.name));
	const to = colleagues.find(({ id }) => id === url.searchParams.get('to')) ?? null;
	const theirs = to ? await listOwnShifts(ctx.db, { accountId: to.id, now }) : [];
	return {
		id: ctx.newId(),
		shift,
		colleagues,
		to,
		isUnknown: url.searchParams.has('to') && to === null,
		theirs: theirs.filter(
			({ id, cancelledAt, startsAt }) => cancelledAt === null && startsAt > now && !own.some((mine) => mine.id === id)
		)
	};
};

export const actions: Actions = {
	default: act(askColleagueForm, askColleague, { to: '/schedule?done=asked' })
};
