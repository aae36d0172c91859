import { activityForm } from '$lib/forms/activities/activity';
import { act } from '$lib/server/act';
import { recordActivity } from '$lib/server/activities/activities';
import { listUnits } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import type { Actions, PageServerLoad } from './$types';
import { refusedFields } from '../refused-fields';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const units = await listUnits(ctx.db, scopeOf(ctx), ['town', 'village', 'community', 'group']);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		own: scopeOf(ctx),
		kind: url.searchParams.get('kind') ?? '',
		units: namedUnits(units)
	};
};

export const actions: Actions = {
	default: act(activityForm, recordActivity, {
		field: refusedFields,
		to: (_, result) => `/desk/activities/${result.activityId}?recorded`
	})
};
