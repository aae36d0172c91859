import { isoOf } from '$lib/domain/calendar/calendar';
import { listOpenEvents, type OpenEvent } from '$lib/server/db/events/open-events';
import { publicSlot } from '$lib/server/events/public-slot';
import { stateOf } from '$lib/server/events/event-state';
import { writeRowKey } from '$lib/server/page-links';
import { answer, readCursor, readOnly } from '../open-answer';
import type { RequestHandler } from './$types';

/**
 * The published events to come, by start, fifty a page: GET [?after=…], the value of `next` in the page before. Of a slot only the places
 * that are free: beside its capacity they would say how many people are signed up.
 */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const query = readCursor(url);
	if (!query.ok) return query.answer;
	const now = ctx.now();
	const { rows, hasBelow } = await listOpenEvents(ctx.db, { now, cursor: query.cursor });
	const last = rows.at(-1);
	return answer({
		events: rows.map((event) => asOpen(event, { now, origin: url.origin })),
		next: last && hasBelow ? `${url.origin}/api/v1/events?after=${keyOf(last)}` : null
	});
};

export const fallback = readOnly;

/** Every published event has a start. */
const keyOf = ({ startsAt, id }: OpenEvent) => writeRowKey({ key: startsAt!, id });

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
		slots: slots.map(publicSlot).map(({ id, startsAt, endsAt, free }) => ({
			id,
			starts: isoOf(startsAt),
			ends: isoOf(endsAt),
			free
		})),
		url: `${origin}/events/${id}`
	};
}
