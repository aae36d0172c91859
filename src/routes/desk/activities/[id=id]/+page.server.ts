import { removalForm } from '$lib/forms/activities/activity';
import { act } from '$lib/server/act';
import { openOwn } from '$lib/server/people/open-record';
import { correctActivity } from '$lib/server/activities/activity-corrections';
import { removeActivity } from '$lib/server/activities/activity-corrections';
import { findActivity } from '$lib/server/db/activities/activities';
import { readRecordLife } from '$lib/server/audit/record-life';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { entryCorrectionForm } from '../entry-form';
import { entryWays } from '../refused-fields';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url } = event;
	const ctx = event.locals.context;
	const found = await openOwn(ctx, await findActivity(ctx.db, params.id), ({ activity }) => activity.unitId);
	const units = await readUnitChoice(ctx, sentTo(event), {
		name: 'unitId',
		first: found.activity.unitId,
		scope: scopeOf(ctx),
		kinds: ['town', 'village', 'community', 'group']
	});
	const acts = await readRecordLife(ctx, { type: 'activity', id: params.id });
	const { responsibleSealed, ...activity } = found.activity;
	const nameOf = (who: { id: string; nameSealed: string } | null) =>
		who && ctx.keys.open(who.nameSealed, 'accounts.name', who.id);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		unit: found.unit,
		// Only who keeps this unit's ledger gets here, and needs the name to correct the entry.
		activity: { ...activity, responsible: ctx.keys.open(responsibleSealed, 'activities.responsible', params.id) },
		acts,
		recordedBy: nameOf(found.recordedBy),
		removal: found.removal && { at: found.removal.at, reason: found.removal.reason, by: nameOf(found.removedBy) },
		units,
		done: ['recorded', 'corrected', 'checked'].find((done) => url.searchParams.has(done)) ?? null
	};
};

export const actions: Actions = {
	correct: act(
		entryCorrectionForm,
		(ctx, data, { params }: RequestEvent) => correctActivity(ctx, { ...data, activityId: params.id }),
		{
			...entryWays,
			to: ({ params }) => `/desk/activities/${params.id}?corrected`
		}
	),
	remove: act(removalForm, (ctx, data, { params }) => removeActivity(ctx, { ...data, activityId: params.id }), {
		to: ({ params }) => `/desk/activities/${params.id}`
	})
};
