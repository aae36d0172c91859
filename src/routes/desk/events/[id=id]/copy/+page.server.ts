import { copyForm } from '$lib/forms/events/event-acts';
import { act } from '$lib/server/act';
import { copyEvent } from '$lib/server/events/event-series';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, title } = await getOwnEvent(locals.context, params.id);
	return { id: locals.context.newId(), event: { id, title } };
};

export const actions: Actions = {
	default: act(copyForm, (ctx, data, { params }) => copyEvent(ctx, { ...data, eventId: params.id }), {
		to: (_, result) => `/desk/events/${result.eventId}`
	})
};
