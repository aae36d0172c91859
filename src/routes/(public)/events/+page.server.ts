import { eventKinds } from '$lib/domain/events/event';
import { listUpcomingEvents } from '$lib/server/db/events/public-events';
import type { Cursor } from '$lib/server/db/keyset';
import { pagesInTurn, readCursorInTurn } from '$lib/server/page-links';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const kind = eventKinds.find((known) => known === url.searchParams.get('kind'));
	const cursor = readCursorInTurn(url.searchParams, 'instant');
	const read = (from?: Cursor) => listUpcomingEvents(ctx.db, { now: ctx.now(), size: perPage, kind, cursor: from });
	const asked = await read(cursor);
	// What began the list may be over by now: its first page is a whole one again.
	const page = cursor && 'above' in cursor && !asked.hasAbove ? await read() : asked;
	const keyOf = ({ startsAt, id }: { startsAt: number; id: string }) => ({ key: startsAt, id });
	return { kind: kind ?? null, events: page.rows, ...pagesInTurn(new URLSearchParams(kind && { kind }), page, keyOf) };
};
