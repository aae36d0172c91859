import { error } from '@sveltejs/kit';
import { findOpenEvent } from '$lib/server/db/events/open-events';
import { calendarFile } from '$lib/server/events/calendar-file';
import { calendarEntries } from '$lib/ui/events/calendar-entry';
import type { RequestHandler } from './$types';

/** The event for one's own calendar. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const event = await findOpenEvent(locals.context.db, params.id);
	if (!event) error(404);
	return new Response(calendarFile(calendarEntries(event, url.origin), event.title), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="event-${event.number}.ics"`,
			'cache-control': 'private, no-cache'
		}
	});
};
