import { error, type Cookies, type RequestEvent } from '@sveltejs/kit';
import type { InferOutput } from 'valibot';
import { decideFeedback, publicFeedback } from '$lib/domain/lectures/lecture';
import { feedbackForm } from '$lib/forms/lectures/lecture';
import { act } from '$lib/server/act';
import { actAs, type Context } from '$lib/server/context';
import { findPublicEvent } from '$lib/server/db/events/events';
import { countFeedback } from '$lib/server/db/lectures/lectures';
import { chooseFeedbackSlip, giveFeedback } from '$lib/server/lectures/feedback';
import { listGrantedSlips } from '$lib/server/signups/slip-cookie';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, cookies }) => {
	const ctx = locals.context;
	const event = await findPublicEvent(ctx.db, params.id);
	if (event?.kind !== 'lecture') error(404);
	const { startsAt, endsAt, cancellation } = event;
	const door = decideFeedback({ startsAt, endsAt, isCancelled: cancellation !== null, now: ctx.now() });
	return {
		id: ctx.newId(),
		event: { id: event.id, title: event.title },
		door,
		slip: (await chooseSlip({ locals, cookies, params })).state,
		isSent: url.searchParams.has('sent'),
		retentionDays: ctx.settings.retentionDays,
		feedback: publicFeedback(door, await countFeedback(ctx.db, event.id))
	};
};

/** Feedback is a villager's, also when the writer is signed in as staff. */
export const actions: Actions = {
	default: act(feedbackForm, (ctx, data, event: Asking) => say(ctx, data, event), {
		as: ({ locals, cookies }) => actAs(locals.context, { kind: 'visitor', slips: grantedSlips(locals, cookies) }),
		mayTry: (throttle, address) => throttle.takeSignup(address),
		to: ({ params }) => `/events/${params.id}/feedback?sent`
	})
};

type Asking = RequestEvent<{ id: string }>;
type Holding = Pick<Asking, 'locals' | 'cookies' | 'params'>;

async function say(ctx: Context, data: InferOutput<typeof feedbackForm>, event: Asking) {
	const { signupId } = await chooseSlip(event);
	return giveFeedback(ctx, { ...data, eventId: event.params.id, signupId });
}

const chooseSlip = ({ locals, cookies, params }: Holding) =>
	chooseFeedbackSlip(locals.context, params.id, grantedSlips(locals, cookies));

const grantedSlips = ({ context: { keys, now } }: App.Locals, cookies: Cookies) =>
	listGrantedSlips(cookies, keys, now());
