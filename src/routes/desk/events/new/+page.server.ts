import { normalizePhone } from '$lib/domain/people/phone';
import { newEventForm, slotRows } from '$lib/forms/events/event';
import { act } from '$lib/server/act';
import { findUnit, listUnits } from '$lib/server/db/units/units';
import { createEvent } from '$lib/server/events/events';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { organisers } from '../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const scope = scopeOf(ctx);
	const [units, own] = await Promise.all([listUnits(ctx.db, scope, organisers), findUnit(ctx.db, scope)]);
	return {
		id: ctx.newId(),
		slotIds: Array.from({ length: slotRows }, () => ctx.newId()),
		units: namedUnits(units),
		unitId: scope,
		kind: url.searchParams.get('kind') ?? '',
		contactPhone: normalizePhone(own?.phone ?? '') ?? ''
	};
};

export const actions: Actions = {
	default: act(newEventForm, createEvent, { to: (_, result) => `/desk/events/${result.eventId}` })
};
