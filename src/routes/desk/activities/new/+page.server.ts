import { act } from '$lib/server/act';
import { recordActivity } from '$lib/server/activities/activities';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';
import { entryForm } from '../entry-form';
import { entryWays } from '../refused-fields';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: scope,
		scope,
		kinds: ['town', 'village', 'community', 'group']
	});
	return {
		id: ctx.newId(),
		today: ctx.today(),
		own: scope,
		kind: event.url.searchParams.get('kind') ?? '',
		units
	};
};

export const actions: Actions = {
	default: act(entryForm, recordActivity, {
		...entryWays,
		to: (_, result) => `/desk/activities/${result.activityId}?recorded`
	})
};
