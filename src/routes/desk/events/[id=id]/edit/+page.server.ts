import { officeKinds } from '$lib/domain/units/unit';
import { editEventForm } from '$lib/forms/events/event';
import { kindChoice } from '$lib/forms/events/event-kind';
import { act } from '$lib/server/act';
import { listFollowing } from '$lib/server/db/events/events';
import { editEvent } from '$lib/server/events/event-edits';
import { sentTo } from '$lib/server/form';
import { scopeOf } from '$lib/server/people/rights';
import { readUnitChoice } from '$lib/server/units/unit-choice';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request, url }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	const [units, following] = await Promise.all([
		readUnitChoice(ctx, sentTo({ request, url }), {
			name: 'unitId',
			first: event.unitId,
			scope: scopeOf(ctx),
			kinds: officeKinds
		}),
		listFollowing(ctx.db, event, ctx.now())
	]);
	const { title, place, description, partner, contactPhone, unitId, letsPass, confirmHours } = event;
	return {
		id: ctx.newId(),
		event: { id: event.id, title },
		following: following.length,
		isPublished: event.publication !== null,
		isClosed: event.cancellation !== null || event.completion !== null,
		units,
		values: {
			title,
			place,
			description,
			partner,
			contactPhone,
			unitId,
			letsPass: letsPass ? 'yes' : '',
			confirmHours,
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
