import { redirect } from '@sveltejs/kit';
import { normalizePhone } from '$lib/domain/people/phone';
import { newEventForm, slotRows } from '$lib/forms/events/event';
import { findUnit, listUnits } from '$lib/server/db/units/units';
import { createEvent } from '$lib/server/events/events';
import { readForm } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { organisers, stopForeign } from '../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [units, own] = await Promise.all([listUnits(ctx.db, scope, organisers), findUnit(ctx.db, scope)]);
	return {
		id: ctx.newId(),
		slotIds: Array.from({ length: slotRows }, () => ctx.newId()),
		units: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
		unitId: scope,
		kind: url.searchParams.get('kind') ?? '',
		contactPhone: normalizePhone(own?.phone ?? '') ?? ''
	};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const form = await readForm(request, newEventForm);
		if (!form.ok) return form.failure;
		const result = await createEvent(locals.context, form.data);
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/events/${result.eventId}`);
	}
};
