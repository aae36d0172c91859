import { resultsForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { recordResults } from '$lib/server/birthdays/guest-results';
import { openOwnBanquet } from '../get-birthday-banquet';
import type { Actions, PageServerLoad } from './$types';

/** Names in full: the cadre fills this in while looking round the hall. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { head, guests } = await openOwnBanquet(ctx, params.id);
	return {
		id: ctx.newId(),
		head,
		isSaved: url.searchParams.has('saved'),
		guests: guests.map(({ elder, ...own }) => ({
			id: own.id,
			name: elder.name,
			result: own.result,
			answer: own.answer,
			table: own.table,
			unit: { name: elder.unitName, nameEn: elder.unitNameEn },
			/** An elder who accepted most likely came; for the others no result is filled in. */
			likely: own.result ?? (own.answer === 'coming' ? ('attended' as const) : null)
		}))
	};
};

export const actions: Actions = {
	default: act(resultsForm, (ctx, data, { params }) => recordResults(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/birthdays/${params.id}/results?saved`
	})
};
