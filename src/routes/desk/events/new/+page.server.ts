import { normalizePhone } from '$lib/domain/people/phone';
import { officeKinds } from '$lib/domain/units/unit';
import { newEventForm, slotRows } from '$lib/forms/events/event';
import { act } from '$lib/server/act';
import { findUnit } from '$lib/server/db/units/units';
import { createEvent } from '$lib/server/events/events';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const ctx = event.locals.context;
	const scope = scopeOf(ctx);
	const [units, own] = await Promise.all([
		readUnitChoice(ctx, sentTo(event), { name: 'unitId', first: scope, scope, kinds: officeKinds }),
		findUnit(ctx.db, scope)
	]);
	return {
		id: ctx.newId(),
		slotIds: Array.from({ length: slotRows }, () => ctx.newId()),
		units,
		unitId: scope,
		kind: event.url.searchParams.get('kind') ?? '',
		contactPhone: normalizePhone(own?.phone ?? '') ?? ''
	};
};

export const actions: Actions = {
	default: act(newEventForm, createEvent, {
		to: (_, result) => `/desk/events/${result.eventId}`,
		day: { ledger: 'events', field: /^slots\.\d\.on$/ }
	})
};
