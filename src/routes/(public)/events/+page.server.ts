import { eventKinds } from '$lib/domain/events/event';
import { listUpcomingEvents } from '$lib/server/db/events/public-events';
import { readCursorDown, writeRowKey } from '$lib/server/page-links';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const kind = eventKinds.find((known) => known === url.searchParams.get('kind'));
	const cursor = readCursorDown(url.searchParams, 'instant');
	const { rows, hasBelow } = await listUpcomingEvents(ctx.db, { now: ctx.now(), size: perPage, kind, cursor });
	const last = rows.at(-1);
	const query = new URLSearchParams(kind && { kind });
	if (last) query.set('after', writeRowKey({ key: last.startsAt, id: last.id }));
	return { kind: kind ?? null, events: rows, older: hasBelow ? `/events?${query}` : null };
};
