import { eventKinds } from '$lib/domain/events/event';
import { countEvents, eventViews, listEvents } from '$lib/server/db/events/event-lists';
import { pagesInTurn, readCursorInTurn } from '$lib/server/page-links';
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
		listEvents(ctx.db, { ...within, view, kind, cursor: readCursorInTurn(query, 'instant') })
	]);
	const kept = new URLSearchParams({ view, ...(kind && { kind }) });
	const { before, next } = pagesInTurn(kept, page, ({ startsAt, id }) => ({ key: startsAt ?? 0, id }));
	return {
		view,
		kind: kind ?? null,
		counts,
		now: within.now,
		events: page.rows,
		before,
		next
	};
};
