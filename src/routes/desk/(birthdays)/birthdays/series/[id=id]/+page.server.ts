import { error, redirect } from '@sveltejs/kit';
import { birthdaySeriesEndForm, birthdaySeriesForm } from '$lib/forms/birthdays/birthday';
import { correctBirthdaySeries, endBirthdaySeries } from '$lib/server/birthdays/birthday-series';
import { findSeries } from '$lib/server/db/birthdays/birthdays';
import { readForm } from '$lib/server/form';
import { mayActFor } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const series = await findSeries(ctx.db, params.id);
	if (!series) error(404);
	if (!(await mayActFor(ctx, series.unitId))) error(403);
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
	correct: async ({ request, locals, params }) => {
		const form = await readForm(request, birthdaySeriesForm);
		if (!form.ok) return form.failure;
		const result = await correctBirthdaySeries(locals.context, { ...form.data, seriesId: params.id });
		if (!result.ok) error(result.refusal === 'not-your-unit' ? 403 : 404);
		redirect(303, '/desk/birthdays/series?saved');
	},
	end: async ({ request, locals, params }) => {
		const form = await readForm(request, birthdaySeriesEndForm);
		if (!form.ok) return form.failure;
		const result = await endBirthdaySeries(locals.context, { ...form.data, seriesId: params.id });
		if (!result.ok && result.refusal === 'series-already-ended') return form.refuse(result.refusal);
		if (!result.ok) error(result.refusal === 'not-your-unit' ? 403 : 404);
		redirect(303, '/desk/birthdays/series?saved');
	}
};
