import { suppositionForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { setBirthdaySupposition } from '$lib/server/birthdays/birthday-series';
import { findSupposition } from '$lib/server/db/birthdays/suppositions';
import { listUnits } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [units, supposition] = await Promise.all([
		listUnits(ctx.db, scope, ['town', 'village', 'community']),
		findSupposition(ctx.db, scope, ctx.today())
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		isSaved: url.searchParams.has('saved'),
		scope,
		units: namedUnits(units),
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
