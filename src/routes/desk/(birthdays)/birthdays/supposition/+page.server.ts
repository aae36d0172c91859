import { suppositionForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { setBirthdaySupposition } from '$lib/server/birthdays/birthday-series';
import { findSupposition } from '$lib/server/db/birthdays/suppositions';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const [units, supposition] = await Promise.all([
		readUnitChoice(ctx, sentTo(event), {
			name: 'unitId',
			first: scope,
			scope,
			kinds: ['town', 'village', 'community']
		}),
		findSupposition(ctx.db, scope, ctx.today())
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		isSaved: event.url.searchParams.has('saved'),
		scope,
		units,
		supposition: supposition && {
			sharePercent: supposition.sharePercent,
			tablesEach: supposition.tablesEach,
			fromOn: supposition.fromOn
		}
	};
};

export const actions: Actions = {
	default: act(suppositionForm, setBirthdaySupposition, { to: '/desk/birthdays/supposition?saved' })
};
