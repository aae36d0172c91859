import { isVillageLevel, unitKinds } from '$lib/domain/units/unit';
import { birthdaySeriesForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { beginBirthdaySeries } from '$lib/server/birthdays/birthday-series';
import { listSeries } from '$lib/server/db/birthdays/birthday-series';
import { listUnits } from '$lib/server/db/units/units';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [series, villages] = await Promise.all([
		listSeries(ctx.db, scope),
		listUnits(ctx.db, scope, unitKinds.filter(isVillageLevel))
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		isSaved: url.searchParams.has('saved'),
		villages: namedUnits(villages),
		series: series.map(({ id, threshold, ageKind, cadence, calendar, fromOn, endsOn, ...own }) => ({
			id,
			threshold,
			ageKind,
			cadence,
			calendar,
			fromOn,
			endsOn,
			unit: { name: own.unitName, nameEn: own.unitNameEn }
		}))
	};
};

export const actions: Actions = {
	default: act(birthdaySeriesForm, beginBirthdaySeries, {
		field: (refusal) => (refusal === 'not-your-unit' ? undefined : 'unitId'),
		to: '/desk/birthdays/series?saved'
	})
};
