import { villageKinds } from '$lib/domain/units/unit';
import { birthdaySeriesForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { beginBirthdaySeries } from '$lib/server/birthdays/birthday-series';
import { listSeries } from '$lib/server/db/birthdays/birthday-series';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { url } = event;
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const [series, villages] = await Promise.all([
		listSeries(ctx.db, scope),
		readUnitChoice(ctx, sentTo(event), { name: 'unitId', scope, kinds: villageKinds })
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		isSaved: url.searchParams.has('saved'),
		villages,
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
