import { redirect } from '@sveltejs/kit';
import { canChangeOwn } from '$lib/domain/banquets/household-act';
import { ownCorrectionForm } from '$lib/forms/banquets/banquet';
import { readForm } from '$lib/server/form';
import { correctOwnBanquet } from '$lib/server/banquets/household-declarations';
import { openContext, openHousehold } from '../open-household';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, banquet, outcome } = await openHousehold(event);
	const { plannedOn, meals, tablesPlanned, venue, caterer, occasion } = banquet;
	const isOpen = canChangeOwn({ plannedOn, outcome: outcome?.outcome ?? null, today: ctx.today() });
	if (!isOpen) redirect(303, `/household/${banquet.id}`);
	return {
		banquetId: banquet.id,
		occasion,
		recorded: {
			id: ctx.newId(),
			plannedOn,
			venue,
			caterer,
			meals: String(meals),
			tablesPlanned: String(tablesPlanned)
		}
	};
};

const fields: Record<string, string | undefined> = {
	'planned-too-far': 'plannedOn',
	'planned-long-past': 'plannedOn',
	'banquet-already-recorded': 'plannedOn'
};

export const actions: Actions = {
	default: async (event) => {
		const ctx = openContext(event);
		const form = await readForm(
			event.request,
			ownCorrectionForm,
			await event.locals.context.throttle.takeSignup(event.getClientAddress())
		);
		if (!form.ok) return form.failure;
		const result = await correctOwnBanquet(ctx, { ...form.data, banquetId: event.params.id });
		if (!result.ok) return form.refuse(result.refusal, fields[result.refusal]);
		redirect(303, `/household/${event.params.id}?corrected`);
	}
};
