import { redirect } from '@sveltejs/kit';
import { activityForm } from '$lib/forms/activities/activity';
import { recordActivity } from '$lib/server/activities/activities';
import { listUnits } from '$lib/server/db/units/units';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import type { Actions, PageServerLoad } from './$types';
import { refusedFields } from '../refused-fields';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const units = await listUnits(ctx.db, scopeOf(ctx), ['town', 'village', 'community', 'group']);
	return {
		id: ctx.newId(),
		today: ctx.today(),
		own: scopeOf(ctx),
		kind: url.searchParams.get('kind') ?? '',
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn }))
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, activityForm);
		if (!form.ok) return form.failure;
		const result = await recordActivity(locals.context, form.data);
		if (!result.ok) return form.refuse(result.refusal, refusedFields[result.refusal]);
		redirect(303, `/desk/activities/${result.activityId}?recorded`);
	}
};
