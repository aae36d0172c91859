import { publicationForm } from '$lib/forms/events/event-acts';
import { act } from '$lib/server/act';
import type { Context } from '$lib/server/context';
import { sumDonations } from '$lib/server/db/blood/donation-sums';
import { listFollowing } from '$lib/server/db/events/events';
import { countEventFiles } from '$lib/server/db/events/event-files';
import { countFeedback } from '$lib/server/db/lectures/lectures';
import { listShiftsOfEvent } from '$lib/server/db/shifts/shift-lists';
import { listConsenting } from '$lib/server/db/blood/station-consents';
import { stateOf } from '$lib/server/events/event-state';
import { publishEvent } from '$lib/server/events/publications';
import { readLecture } from '$lib/server/lectures/lectures';
import { lunarOf } from '$lib/server/calendar/lunar';
import { getOwnEvent } from '../get-event';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const [event, shifts] = await Promise.all([getOwnEvent(ctx, params.id), listShiftsOfEvent(ctx.db, params.id)]);
	const [following, files, lecture] = await Promise.all([
		listFollowing(ctx.db, event, ctx.now()),
		countEventFiles(ctx.db, event.id),
		event.kind === 'lecture' ? readLectureCard(ctx, event.id) : null
	]);
	const isDrive = event.kind === 'blood-drive' && event.publication !== null && event.cancellation === null;
	return {
		id: ctx.newId(),
		event,
		files,
		lecture,
		drive: isDrive ? await readDrive(ctx, event.id) : null,
		hasBegun: event.startsAt !== null && event.startsAt <= ctx.now(),
		following: following.map(({ id, startsAt, endsAt }) => ({ id, startsAt: startsAt ?? 0, endsAt: endsAt ?? 0 })),
		draftsFollowing: following.filter(({ publication, slots }) => publication === null && slots.length > 0).length,
		lunarOfSeries: event.series && lunarOf(event.series.firstOn),
		state: stateOf(event, ctx.now()),
		isOver: event.endsAt !== null && event.endsAt <= ctx.now(),
		shifts: shifts.map(({ id, duty, startsAt, endsAt, needed, taken }) => ({
			id,
			duty,
			startsAt,
			endsAt,
			needed,
			taken
		}))
	};
};

async function readLectureCard(ctx: Context, eventId: string) {
	const [details, feedback] = await Promise.all([readLecture(ctx, eventId), countFeedback(ctx.db, eventId)]);
	return { details, feedback };
}

async function readDrive({ db }: Context, eventId: string) {
	const [sums, consenting] = await Promise.all([sumDonations(db, eventId), listConsenting(db, eventId)]);
	return { sums, consents: consenting.length };
}

export const actions: Actions = {
	publish: act(publicationForm, (ctx, data, { params }) => publishEvent(ctx, { ...data, eventId: params.id }), {
		to: ({ params }) => `/desk/events/${params.id}`
	})
};
