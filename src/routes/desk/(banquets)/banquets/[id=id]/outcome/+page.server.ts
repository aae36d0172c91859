import { redirect } from '@sveltejs/kit';
import { outcomeForm } from '$lib/forms/banquets/banquet';
import { isBanquetHeld } from '$lib/domain/banquets/banquet';
import { withZero } from '$lib/server/act';
import { correctOutcome } from '$lib/server/banquets/outcome-corrections';
import { recordOutcome } from '$lib/server/banquets/banquet-outcomes';
import { findDissuasionOfBanquet } from '$lib/server/db/banquets/dissuasions';
import { isDayAsked, isFarDayAsked } from '$lib/server/early-day';
import { readFields, readForm } from '$lib/server/form';
import { openBanquet } from '../open-banquet';
import type { Actions, PageServerLoad } from './$types';
import { findZeroInTheWay } from '$lib/server/activities/zero-in-the-way';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const { shown } = await openBanquet(ctx, params.id);
	const dissuasion = await findDissuasionOfBanquet(ctx.db, params.id);
	return { id: ctx.newId(), today: ctx.today(), banquet: shown, hasDissuasion: dissuasion !== null };
};

const fields: Record<string, string | undefined> = {
	'date-in-future': 'endedOn',
	'unit-not-there': 'endedOn',
	'tables-held-missing': 'tablesHeld',
	'tables-not-reduced': 'tablesHeld',
	'correction-reason-missing': 'reason'
};

export const actions: Actions = {
	record: (event) => save(event, recordOutcome),
	correct: (event) => save(event, correctOutcome)
};

type ActionEvent = Parameters<Actions[string]>[0];

async function save({ request, locals, params }: ActionEvent, verb: typeof recordOutcome | typeof correctOutcome) {
	const form = await readForm(request, outcomeForm);
	if (!form.ok) return form.failure;
	const { outcome, endedOn } = form.data;
	const day = { ledger: 'banquets', field: 'endedOn', on: endedOn } as const;
	const sent = await readFields(request);
	if (await isDayAsked(locals.context, sent, day)) return form.refuse('date-before-ledger', day.field);
	const { shown } = await openBanquet(locals.context, params.id);
	const second = isBanquetHeld(outcome) ? 'held' : 'called-off';
	if (isFarDayAsked(locals.context, sent, { ...day, second, from: shown.plannedOn }))
		return form.refuse('day-far', day.field);
	const result = await verb(locals.context, { ...form.data, banquetId: params.id });
	if (!result.ok) {
		const refused = form.refuse(result.refusal, fields[result.refusal]);
		if (result.refusal !== 'month-checked-zero') return refused;
		const entry = { unitId: shown.unitId, kind: 'banquet', on: endedOn } as const;
		return withZero(refused, await findZeroInTheWay(locals.context, entry));
	}
	redirect(303, `/desk/banquets/${params.id}?saved`);
}
