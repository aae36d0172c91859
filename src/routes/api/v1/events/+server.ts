import { isoOf } from '$lib/domain/calendar/calendar';
import { listOpenEvents, type OpenEvent } from '$lib/server/db/events/open-events';
import { stateOf } from '$lib/server/events/event-state';
import { answer, readCursor, readOnly } from '../open-answer';
import type { RequestHandler } from './$types';

const perPage = 50;

/** The published events to come, by start, fifty a page: GET [?after=…], the value of `next` in the page before. */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readCursor(url);
	if (!query.ok) return query.answer;
	const now = ctx.now();
	const rows = await listOpenEvents(ctx.db, { now, limit: perPage + 1, after: query.after });
	const events = rows.slice(0, perPage);
	const last = rows.length > perPage ? events.at(-1) : undefined;
	return answer({
		events: events.map((event) => asOpen(event, { now, origin: url.origin })),
		next: last ? `${url.origin}/api/v1/events?after=${last.startsAt}_${last.id}` : null
	});
};

export const fallback = readOnly;

function asOpen(event: OpenEvent, { now, origin }: { now: number; origin: string }) {
	const { id, number, kind, topic, title, place, unitName, slots, cancellation } = event;
	return {
		id,
		number,
		kind,
		topic,
		title,
		place,
		unit: unitName,
		state: stateOf(event, now),
		cancelledBecause: cancellation?.reason ?? null,
		slots: slots.map(({ id, startsAt, endsAt, capacity, taken, waiting }) => ({
			id,
			starts: isoOf(startsAt),
			ends: isoOf(endsAt),
			capacity,
			free: capacity === null ? null : waiting > 0 ? 0 : capacity - taken
		})),
		url: `${origin}/events/${id}`
	};
}
