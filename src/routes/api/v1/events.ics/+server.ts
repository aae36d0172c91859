import { listOpenEvents } from '$lib/server/db/events/open-events';
import { calendarFile } from '$lib/server/events/calendar-file';
import { m } from '$lib/paraglide/messages.js';
import { calendarEntries } from '$lib/ui/events/calendar-entry';
import { unitName } from '$lib/ui/units/unit-name';
import { answerText, readOnly } from '../open-answer';
import type { RequestHandler } from './$types';

/** A town has far fewer events ahead of it. */
const most = 1000;

/** Every published event to come, for calendar programs to subscribe to: GET [?lang=zh-CN|en]. Cancelled ones say so. */
export const GET: RequestHandler = async ({ url, locals: { context: ctx } }) => {
	const [{ rows: events }, root] = await Promise.all([
		listOpenEvents(ctx.db, { now: ctx.now(), size: most }),
		ctx.rootUnit()
	]);
	const name = m.announce_calendar_name({ town: root ? unitName(root) : '' });
	const file = calendarFile(
		events.flatMap((event) => calendarEntries(event, url.origin)),
		name
	);
	return answerText(file, 'text/calendar; charset=utf-8');
};

export const fallback = readOnly;
