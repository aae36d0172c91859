import { redirect } from '@sveltejs/kit';
import { banquetCorrectionForm } from '$lib/forms/banquets/banquet';
import { act } from '$lib/server/act';
import { correctBanquet } from '$lib/server/banquets/banquet-corrections';
import { listUnits } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { fieldOfRefusal } from '../../banquet-refusals';
import { openBanquet } from '../open-banquet';
import type { Actions, PageServerLoad } from './$types';

/** The one page beside the contact details that shows name and phone in full: they are what is put right here. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { shown, host } = await openBanquet(ctx, params.id);
	if (shown.isRemoved) redirect(303, `/desk/banquets/${params.id}`);
	const units = await listUnits(ctx.db, scopeOf(ctx), ['village', 'community', 'group'], true);
	const { origin, unitId, occasion, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable, venue, caterer } =
		shown;
	return {
		banquetId: shown.id,
		units: namedUnits(units),
		recorded: {
			id: ctx.newId(),
			origin,
			unitId,
			occasion,
			declaredOn,
			plannedOn,
			venue,
			caterer,
			hostName: host.hostName,
			hostPhone: host.hostPhone ?? '',
			meals: String(meals),
			tablesPlanned: String(tablesPlanned),
			pricePerTable: pricePerTable === null ? '' : String(pricePerTable),
			isHygieneCertificateSeen: shown.isHygieneCertificateSeen ? 'yes' : ''
		}
	};
};

export const actions: Actions = {
	default: act(
		banquetCorrectionForm,
		(ctx, data, { params }) => correctBanquet(ctx, { ...data, banquetId: params.id }),
		{ field: fieldOfRefusal, to: ({ params }) => `/desk/banquets/${params.id}?saved` }
	)
};
