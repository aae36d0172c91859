import { error, redirect } from '@sveltejs/kit';
import { visitCorrectionForm, visitForm } from '$lib/forms/banquets/banquet';
import { readForm } from '$lib/server/form';
import { correctVisit, readVisits, recordVisit } from '$lib/server/banquets/visits';
import { openBanquet } from '../open-banquet';
import type { Actions, PageServerLoad } from './$types';

/** A new visit, or with ?visit= one to put right. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const { shown } = await openBanquet(ctx, params.id);
	const visitId = url.searchParams.get('visit');
	const visits = await readVisits(ctx, params.id);
	const visit = visits.find(({ id }) => id === visitId) ?? null;
	if (visitId !== null && !visit) error(404);
	return { id: ctx.newId(), today: ctx.today(), banquet: shown, visit };
};

const fields: Record<string, string | undefined> = {
	'date-in-future': 'wentOn',
	'went-after-banquet': 'wentOn',
	'visit-already-recorded': 'wentOn'
};

export const actions: Actions = {
	record: async ({ request, locals, params }) => {
		const form = await readForm(request, visitForm);
		if (!form.ok) return form.failure;
		const result = await recordVisit(locals.context, { ...form.data, banquetId: params.id });
		if (!result.ok) return form.refuse(result.refusal, fields[result.refusal]);
		redirect(303, `/desk/banquets/${params.id}?saved#visits`);
	},
	correct: async ({ request, locals, params, url }) => {
		const form = await readForm(request, visitCorrectionForm);
		if (!form.ok) return form.failure;
		const visitId = url.searchParams.get('visit') ?? '';
		const result = await correctVisit(locals.context, { ...form.data, visitId });
		if (!result.ok) return form.refuse(result.refusal, fields[result.refusal]);
		redirect(303, `/desk/banquets/${params.id}?saved#visits`);
	}
};
