import { redirect } from '@sveltejs/kit';
import { cancellationForm } from '$lib/forms/events/event';
import { listFollowing } from '$lib/server/db/events/events';
import { cancelEvent } from '$lib/server/events/events';
import { readForm } from '$lib/server/form';
import { getOwnEvent, stopForeign } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	if (event.cancellation || event.completion) redirect(303, `/desk/events/${event.id}`);
	const { id, title, slots, publication } = event;
	return {
		id: ctx.newId(),
		event: { id, title },
		following: (await listFollowing(ctx.db, event, ctx.now())).length,
		isDraft: publication === null,
		taken: slots.reduce((sum, slot) => sum + slot.taken, 0)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request, cancellationForm);
		if (!form.ok) return form.failure;
		const result = await cancelEvent(locals.context, { ...form.data, eventId: params.id });
		if (!result.ok) return form.refuse(stopForeign(result.refusal));
		redirect(303, `/desk/events/${params.id}`);
	}
};
