import { error } from '@sveltejs/kit';
import { dateOf } from '$lib/domain/calendar/calendar';
import { readPublicEvent } from '$lib/server/db/events/public-event';
import { publicSlot } from '$lib/server/events/public-slot';
import { stateOf } from '$lib/server/events/event-state';
import { lunarOf } from '$lib/server/calendar/lunar';
import { publicFiles, publicLecture } from '$lib/server/lectures/public-lecture';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const ctx = locals.context;
	const found = await readPublicEvent(ctx.db, params.id);
	if (!found) error(404);
	const { changes } = found;
	const { slots, ...event } = found.event;
	const now = ctx.now();
	return {
		event,
		slots: slots.map((slot) => ({ ...publicSlot(slot), hasBegun: slot.startsAt <= now })),
		changes,
		lecture: publicLecture(ctx, found),
		files: publicFiles(found),
		state: stateOf(found.event, now),
		lunar: event.startsAt === null ? null : lunarOf(dateOf(event.startsAt))
	};
};
