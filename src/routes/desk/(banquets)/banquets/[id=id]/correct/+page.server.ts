import { homeKinds } from '$lib/domain/units/unit';
import { banquetCorrectionForm } from '$lib/forms/banquets/banquet';
import { act } from '$lib/server/act';
import { correctBanquet } from '$lib/server/banquets/banquet-corrections';
import { goOn, sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { fieldOfRefusal } from '../../banquet-refusals';
import { openBanquet } from '../open-banquet';
import type { Actions, PageServerLoad } from './$types';

/** The one page beside the contact details that shows name and phone in full: they are what is put right here. */
export const load: PageServerLoad = async (event) => {
	const { params } = event;
	const ctx = event.locals.context;
	const { shown, host } = await openBanquet(ctx, params.id);
	if (shown.isRemoved) goOn(event.request, `/desk/banquets/${params.id}`);
	const { origin, unitId, occasion, declaredOn, plannedOn, meals, tablesPlanned, pricePerTable, venue, caterer } =
		shown;
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: unitId,
		scope: scopeOf(ctx),
		kinds: homeKinds,
		withClosed: true
	});
	return {
		banquetId: shown.id,
		units,
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
		{
			field: fieldOfRefusal,
			day: { ledger: 'declarations', field: 'declaredOn' },
			far: ({ declaredOn, plannedOn }) => ({
				field: 'declaredOn',
				second: 'declared',
				on: declaredOn,
				from: plannedOn
			}),
			to: ({ params }) => `/desk/banquets/${params.id}?saved`
		}
	)
};
