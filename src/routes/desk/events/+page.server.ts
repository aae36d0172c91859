import { eventKinds } from '$lib/domain/events/event';
import { countEvents, eventViews, listEvents } from '$lib/server/db/events/event-lists';
import type { Cursor } from '$lib/server/db/keyset';
import { readRowKey, writeRowKey } from '$lib/server/page-links';
import { scopeOf } from '$lib/server/people/rights';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const query = url.searchParams;
	const view = eventViews.find((known) => known === query.get('view')) ?? 'upcoming';
	const kind = eventKinds.find((known) => known === query.get('kind'));
	const within = { scope: scopeOf(ctx), now: ctx.now() };
	const [counts, page] = await Promise.all([
		countEvents(ctx.db, within),
		listEvents(ctx.db, { ...within, view, kind, cursor: readCursor(query) })
	]);
	const turn = (side: 'after' | 'before', { startsAt, id }: { startsAt: number | null; id: string }) =>
		`?${new URLSearchParams({ view, ...(kind && { kind }), [side]: writeRowKey({ key: startsAt ?? 0, id }) })}`;
	return {
		view,
		kind: kind ?? null,
		counts,
		now: within.now,
		events: page.rows,
		earlier: page.hasAbove && page.rows[0] ? turn('before', page.rows[0]) : null,
		later: page.hasBelow && page.rows[0] ? turn('after', page.rows.at(-1)!) : null
	};
};

/** Here `before` and `after` are of the list, whichever way it runs: a page ends before a row or begins after it. */
function readCursor(query: URLSearchParams): Cursor | undefined {
	const above = readRowKey(query.get('before'), 'instant');
	if (above) return { above };
	const below = readRowKey(query.get('after'), 'instant');
	return below && { below };
}
