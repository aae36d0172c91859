import * as v from 'valibot';
import { dateOf } from '$lib/domain/calendar/calendar';
import { repeatForm } from '$lib/forms/events/event-acts';
import { repeatPreview } from '$lib/forms/events/event-acts';
import { act } from '$lib/server/act';
import { goOn } from '$lib/server/form';
import { planDates, repeatEvent } from '$lib/server/events/event-series';
import { lunarOf } from '$lib/server/calendar/lunar';
import { getOwnEvent } from '../../get-event';
import type { Actions, PageServerLoad } from './$types';

/** `?rule=…&every=…&times=…` shows the dates; posting the same makes the events. */
export const load: PageServerLoad = async ({ locals, params, url, request }) => {
	const ctx = locals.context;
	const event = await getOwnEvent(ctx, params.id);
	if (event.cancellation || event.completion) goOn(request, `/desk/events/${event.id}`);
	const { id, title, seriesId, startsAt, publication } = event;
	const typed = Object.fromEntries(url.searchParams);
	const asked = v.safeParse(repeatPreview, { rule: '', every: '', times: '', ...typed });
	const firstOn = startsAt === null ? null : dateOf(startsAt);
	return {
		id: ctx.newId(),
		event: { id, title },
		isInSeries: seriesId !== null,
		isPublished: publication !== null,
		first: firstOn && { on: firstOn, lunar: lunarOf(firstOn) },
		typed: 'rule' in typed ? typed : { rule: 'weekly', every: '1', times: '4' },
		dates: asked.success
			? planDates(event, asked.output, asked.output.times).map((on) => ({ on, lunar: lunarOf(on) }))
			: [],
		errors:
			'rule' in typed && !asked.success
				? Object.fromEntries(asked.issues.map((issue) => [v.getDotPath(issue) ?? 'form', issue.message]))
				: {}
	};
};

export const actions: Actions = {
	default: act(repeatForm, (ctx, data, { params }) => repeatEvent(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/events/${params.id}`
	})
};
