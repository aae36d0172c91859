import { redirect } from '@sveltejs/kit';
import { copyForm } from '$lib/forms/events/event';
import { copyEvent } from '$lib/server/events/event-series';
import { readForm } from '$lib/server/form';
import { getOwnEvent, stopForeign } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, title } = await getOwnEvent(locals.context, params.id);
	return { id: locals.context.newId(), event: { id, title } };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request, copyForm);
		if (!form.ok) return form.failure;
		const result = await copyEvent(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/events/${result.eventId}`);
	}
};
