import { error } from '@sveltejs/kit';
import { decideFeedback } from '$lib/domain/lectures/lecture';
import { feedbackForm } from '$lib/forms/lectures/lecture';
import { act } from '$lib/server/act';
import { actAs } from '$lib/server/context';
import { findPublicEvent } from '$lib/server/db/events/events';
import { giveFeedback } from '$lib/server/lectures/feedback';
import { readPublicFeedback } from '$lib/server/lectures/public-lecture';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const ctx = locals.context;
	const event = await findPublicEvent(ctx.db, params.id);
	if (event?.kind !== 'lecture') error(404);
	const { startsAt, endsAt, cancellation } = event;
	return {
		id: ctx.newId(),
		event: { id: event.id, title: event.title },
		door: decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() }),
		isSent: url.searchParams.has('sent'),
		retentionDays: ctx.settings.retentionDays,
		faces: await readPublicFeedback(ctx, event.id)
	};
};

/** Feedback is a villager's, also when the writer is signed in as staff. */
export const actions: Actions = {
	default: act(feedbackForm, (ctx, data, { params }) => giveFeedback(ctx, { ...data, eventId: params.id }), {
		as: ({ locals }) => actAs(locals.context, { kind: 'visitor' }),
		mayTry: (throttle, address) => throttle.takeSignup(address),
		to: ({ params }) => `/events/${params.id}/feedback?sent`
	})
};
