import { editEventForm } from '$lib/forms/events/event';
import { kindChoice } from '$lib/forms/events/event-kind';
import { act } from '$lib/server/act';
import { listFollowing } from '$lib/server/db/events/events';
import { listUnits } from '$lib/server/db/units/units';
import { editEvent } from '$lib/server/events/event-edits';
import { scopeOf } from '$lib/server/people/rights';
import { namedUnits } from '$lib/server/units/named-units';
import { getOwnEvent, organisers } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const [event, units] = await Promise.all([getOwnEvent(ctx, params.id), listUnits(ctx.db, scopeOf(ctx), organisers)]);
	const following = await listFollowing(ctx.db, event, ctx.now());
	const { title, place, description, partner, contactPhone, unitId, letsPass } = event;
	return {
		id: ctx.newId(),
		event: { id: event.id, title },
		following: following.length,
		isPublished: event.publication !== null,
		isClosed: event.cancellation !== null || event.completion !== null,
		units: namedUnits(units),
		values: {
			title,
			place,
			description,
			partner,
			contactPhone,
			unitId,
			letsPass: letsPass ? 'yes' : '',
			kind: kindChoice(event.kind, event.topic)
		}
	};
};

const fieldOf: Record<string, string> = { 'reason-missing': 'reason' };

export const actions: Actions = {
	default: act(editEventForm, (ctx, data, { params }) => editEvent(ctx, { ...data, eventId: params.id }), {
		field: fieldOf,
		to: ({ params }) => `/desk/events/${params.id}`
	})
};
