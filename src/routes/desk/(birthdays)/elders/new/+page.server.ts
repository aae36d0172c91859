import { elderForm } from '$lib/forms/birthdays/elder';
import { act } from '$lib/server/act';
import { listUnits } from '$lib/server/db/units/units';
import { addElder } from '$lib/server/birthdays/elders';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { fieldOfRefusal } from '../elder-fields';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const units = await listUnits(ctx.db, scopeOf(ctx), ['village', 'community', 'group']);
	const village = url.searchParams.get('village');
	return {
		id: ctx.newId(),
		units: namedUnits(units),
		unitId: units.length === 1 ? units[0]!.id : (units.find(({ id }) => id === village)?.id ?? '')
	};
};

export const actions: Actions = {
	default: act(elderForm, addElder, { field: fieldOfRefusal, to: (_, { elderId }) => `/desk/elders/${elderId}?saved` })
};
