import { birthdaySeriesEndForm, birthdaySeriesForm } from '$lib/forms/birthdays/birthday';
import { act } from '$lib/server/act';
import { openOwn } from '$lib/server/people/open-record';
import { correctBirthdaySeries, endBirthdaySeries } from '$lib/server/birthdays/birthday-series';
import { findSeries } from '$lib/server/db/birthdays/birthday-series';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const series = await openOwn(ctx, await findSeries(ctx.db, params.id), ({ unitId }) => unitId);
	const { id, unitId, threshold, ageKind, cadence, calendar, fromOn, endsOn, unitName, unitNameEn } = series;
	return {
		ids: { correct: ctx.newId(), end: ctx.newId() },
		today: ctx.today(),
		unit: { name: unitName, nameEn: unitNameEn },
		series: { id, threshold, ageKind, cadence, calendar, fromOn, endsOn },
		recorded: { unitId, threshold: String(threshold), ageKind, cadence, calendar, fromOn } as Record<string, string>
	};
};

export const actions: Actions = {
	correct: act(
		birthdaySeriesForm,
		(ctx, data, { params }) => correctBirthdaySeries(ctx, { ...data, seriesId: params.id }),
		{ to: '/desk/birthdays/series?saved' }
	),
	end: act(birthdaySeriesEndForm, (ctx, data, { params }) => endBirthdaySeries(ctx, { ...data, seriesId: params.id }), {
		to: '/desk/birthdays/series?saved'
	})
};
