import { redirect } from '@sveltejs/kit';
import { dissuasionCorrectionForm } from '$lib/forms/banquets/dissuasion';
import { dissuasionForm } from '$lib/forms/banquets/dissuasion';
import { act } from '$lib/server/act';
import { readRecordLife } from '$lib/server/audit/record-life';
import { listVisits } from '$lib/server/db/banquets/banquet-acts';
import { findDissuasionOfBanquet } from '$lib/server/db/banquets/dissuasions';
import { recordDissuasion } from '$lib/server/banquets/dissuasions';
import { correctDissuasion } from '$lib/server/banquets/dissuasion-corrections';
import { isDayAsked, isFarDayAsked } from '$lib/server/early-day';
import { readFields, readForm } from '$lib/server/form';
import { openBanquet, visitedOn } from '../open-banquet';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { shown } = await openBanquet(ctx, params.id);
	const [found, visits, acts] = await Promise.all([
		findDissuasionOfBanquet(ctx.db, params.id),
		listVisits(ctx.db, params.id),
		readRecordLife(ctx, { type: 'banquet', id: params.id })
	]);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		banquet: shown,
		dissuasion: found?.dissuasion ?? null,
		visits: visits.length,
		isCalledOff: acts.some(({ verb }) => verb === 'callOffOwnBanquet')
	};
};

const fields: Record<string, string | undefined> = {
	'date-in-future': 'wentOn',
	'went-after-banquet': 'wentOn',
	'visit-already-recorded': 'wentOn',
	'dissuasion-contradicts-outcome': 'outcome'
};

export const actions: Actions = {
	record: act(dissuasionForm, (ctx, data, { params }) => recordDissuasion(ctx, { ...data, banquetId: params.id }), {
		field: fields,
		day: { ledger: 'banquets', field: 'wentOn' },
		far: ({ wentOn }, { locals, params }) => visitedOn(locals.context, params.id, wentOn),
		to: ({ params }) => `/desk/banquets/${params.id}?saved#dissuasion`
	}),
	correct: async ({ request, locals, params }) => {
		const form = await readForm(request, dissuasionCorrectionForm);
		if (!form.ok) return form.failure;
		const day = { ledger: 'banquets', field: 'wentOn', on: form.data.wentOn } as const;
		const sent = await readFields(request);
		if (await isDayAsked(locals.context, sent, day)) return form.refuse('date-before-ledger', day.field);
		if (isFarDayAsked(locals.context, sent, await visitedOn(locals.context, params.id, day.on)))
			return form.refuse('day-far', day.field);
		const found = await findDissuasionOfBanquet(locals.context.db, params.id);
		if (!found) return form.refuse('dissuasion-unknown');
		const result = await correctDissuasion(locals.context, { ...form.data, dissuasionId: found.dissuasion.id });
		if (!result.ok) return form.refuse(result.refusal, fields[result.refusal]);
		redirect(303, `/desk/banquets/${params.id}?saved#dissuasion`);
	}
};
