import { homeKinds } from '$lib/domain/units/unit';
import { elderForm } from '$lib/forms/birthdays/elder';
import { act } from '$lib/server/act';
import { addElder } from '$lib/server/birthdays/elders';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { askBirth, fieldOfRefusal } from '../elder-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: event.url.searchParams.get('village'),
		scope: scopeOf(ctx),
		kinds: homeKinds
	});
	return {
		id: ctx.newId(),
		units,
		unitId: units.only || (units.chosen?.id ?? '')
	};
};

export const actions: Actions = {
	default: act(elderForm, addElder, {
		field: fieldOfRefusal,
		far: askBirth,
		to: (_, { elderId }) => `/desk/elders/${elderId}?saved`
	})
};
