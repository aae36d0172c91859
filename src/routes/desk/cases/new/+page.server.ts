import { caseForm } from '$lib/forms/cases/case';
import { act } from '$lib/server/act';
import { recordCase } from '$lib/server/cases/cases';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';
import { caseWays } from '../refused-fields';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: scope,
		scope,
		kinds: ['town', 'village', 'community']
	});
	return { id: ctx.newId(), today: ctx.today(), own: scope, units };
};

export const actions: Actions = {
	default: act(caseForm, recordCase, {
		...caseWays,
		to: (_, result) => `/desk/cases/${result.caseId}?done=recorded`
	})
};
