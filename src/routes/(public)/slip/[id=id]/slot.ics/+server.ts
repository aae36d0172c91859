import { error } from '@sveltejs/kit';
import { findOpenEvent } from '$lib/server/db/events/open-events';
import { findSlip } from '$lib/server/db/signups/slip-page';
import { calendarFile } from '$lib/server/events/calendar-file';
import { asHolder } from '$lib/server/signups/slip-cookie';
import { ownCalendarEntry } from '$lib/ui/events/calendar-entry';
import type { RequestHandler } from './$types';

/** The holder's own slot for their calendar. A party that waits has none yet. */
export const GET: RequestHandler = async ({ locals, cookies, params, url }) => {
	const ctx = asHolder(locals.context, cookies, params.id);
	const slip = ctx && (await findSlip(ctx.db, params.id));
	const event = slip && (await findOpenEvent(ctx.db, slip.event.id));
	if (!event || slip.signup.status === 'waitlisted') error(404);
	const own = { id: slip.signup.id, isWithdrawn: slip.signup.status === 'withdrawn', slot: slip.slot };
	return new Response(calendarFile([ownCalendarEntry(event, own, url.origin)], event.title), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': `attachment; filename="slip-${event.number}.ics"`,
			'cache-control': 'private, no-store'
		}
	});
};
