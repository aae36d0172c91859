import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { listEventChanges } from '$lib/server/db/events/event-changes';
import { findPublicEvent } from '$lib/server/db/events/events';
import { stateOf } from '$lib/server/events/event-state';
import { lunarOf } from '$lib/server/calendar/lunar';
import { listPublicFiles, readPublicLecture } from '$lib/server/lectures/public-lecture';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const [event, changes] = await Promise.all([findPublicEvent(ctx.db, params.id), listEventChanges(ctx.db, params.id)]);
	if (!event) error(404);
	const [lecture, files] = await Promise.all([readPublicLecture(ctx, event), listPublicFiles(ctx, event.id)]);
	const now = ctx.now();
	const slots = event.slots.map((slot) => ({ ...slot, hasBegun: slot.startsAt <= now }));
	return {
		event,
		slots,
		changes,
		lecture,
		files,
		state: stateOf(event, now),
		lunar: event.startsAt === null ? null : lunarOf(dateOf(event.startsAt))
	};
};
