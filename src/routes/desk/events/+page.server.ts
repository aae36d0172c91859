import { eventKinds } from '$lib/domain/events/event';
import { countEvents, eventViews, listEvents, type EventCursor } from '$lib/server/db/events/event-lists';
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
		listEvents(ctx.db, {
			...within,
			view,
			kind,
			after: readCursor(query.get('after')),
			before: readCursor(query.get('before'))
		})
	]);
	const turn = (side: 'after' | 'before', row: EventCursor | undefined) =>
		row ? `?${new URLSearchParams({ view, ...(kind && { kind }), [side]: `${row.startsAt ?? 0}_${row.id}` })}` : null;
	return {
		view,
		kind: kind ?? null,
		counts,
		now: within.now,
		events: page.rows,
		earlier: page.hasEarlier ? turn('before', page.rows[0]) : null,
		later: page.hasLater ? turn('after', page.rows.at(-1)) : null
	};
};

/** `<start>_<id>` of the row a page begins after or ends before; anything else is the first page. */
function readCursor(text: string | null): EventCursor | undefined {
	const [, startsAt, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
	return startsAt && id ? { startsAt: Number(startsAt), id } : undefined;
}
