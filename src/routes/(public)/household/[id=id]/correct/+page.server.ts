import { canChangeOwn } from '$lib/domain/banquets/household-act';
import { ownCorrectionForm } from '$lib/forms/banquets/household';
import { act } from '$lib/server/act';
import { goOn } from '$lib/server/form';
import { askOwnDay } from '$lib/server/banquets/household-declarations';
import { correctOwnBanquet } from '$lib/server/banquets/household-corrections';
import { openContext, openHousehold } from '../open-household';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, banquet, outcome } = await openHousehold(event);
	const { plannedOn, meals, tablesPlanned, venue, caterer, occasion } = banquet;
	const isOpen = canChangeOwn({ ...banquet, outcome: outcome?.outcome ?? null, today: ctx.today() });
	if (!isOpen) goOn(event.request, `/household/${banquet.id}`);
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
	default: act(
		ownCorrectionForm,
		(ctx, data, { params }) => correctOwnBanquet(ctx, { ...data, banquetId: params.id }),
		{
			as: (event) => openContext(event),
			mayTry: (throttle, address) => throttle.takeSignup(address),
			field: fields,
			far: async ({ plannedOn }, event) => {
				const { ctx, banquet } = await openHousehold(event);
				return askOwnDay(ctx, { plannedOn, occasion: banquet.occasion }, banquet);
			},
			to: ({ params }) => `/household/${params.id}?corrected`
		}
	)
};
