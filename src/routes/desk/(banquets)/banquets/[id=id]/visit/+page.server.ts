import { error } from '@sveltejs/kit';
import { visitCorrectionForm } from '$lib/forms/banquets/dissuasion';
import { visitForm } from '$lib/forms/banquets/dissuasion';
import { act } from '$lib/server/act';
import { correctVisit, readVisits, recordVisit } from '$lib/server/banquets/visits';
import { openBanquet, visitedOn } from '../open-banquet';
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

const day = { ledger: 'banquets', field: 'wentOn' } as const;

export const actions: Actions = {
	record: act(visitForm, (ctx, data, { params }) => recordVisit(ctx, { ...data, banquetId: params.id }), {
		field: fields,
		day,
		far: ({ wentOn }, { locals, params }) => visitedOn(locals.context, params.id, wentOn),
		to: ({ params }) => `/desk/banquets/${params.id}?saved#visits`
	}),
	correct: act(
		visitCorrectionForm,
		(ctx, data, { url }) => correctVisit(ctx, { ...data, visitId: url.searchParams.get('visit') ?? '' }),
		{
			field: fields,
			day,
			far: ({ wentOn }, { locals, params }) => visitedOn(locals.context, params.id, wentOn),
			to: ({ params }) => `/desk/banquets/${params.id}?saved#visits`
		}
	)
};
