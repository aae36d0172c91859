import { cancellationForm } from '$lib/forms/events/event-acts';
import { act } from '$lib/server/act';
import { goOn } from '$lib/server/form';
import { listFollowing } from '$lib/server/db/events/events';
import { cancelEvent } from '$lib/server/events/publications';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	if (event.cancellation || event.completion) goOn(request, `/desk/events/${event.id}`);
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
	default: act(cancellationForm, (ctx, data, { params }) => cancelEvent(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/events/${params.id}`
	})
};
