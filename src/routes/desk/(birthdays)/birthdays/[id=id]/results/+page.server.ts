import { redirect } from '@sveltejs/kit';
import { resultsForm } from '$lib/forms/birthdays/birthday';
import { readForm } from '$lib/server/form';
import { recordResults } from '$lib/server/birthdays/invitations';
import { openOwnBanquet, stopForeign } from '../get-birthday-banquet';
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
			/** Who said they come came, most likely; for the others nothing is supposed. */
			likely: own.result ?? (own.answer === 'coming' ? ('attended' as const) : null)
		}))
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const form = await readForm(request, resultsForm);
		if (!form.ok) return form.failure;
		const result = await recordResults(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/birthdays/${params.id}/results?saved`);
	}
};
