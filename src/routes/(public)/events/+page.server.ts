import { eventKinds, type EventKind } from '$lib/domain/events/event';
import { listUpcomingEvents } from '$lib/server/db/events/event-lists';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = async ({ locals, url }) => {
	const ctx = locals.context;
	const kind = eventKinds.find((known) => known === url.searchParams.get('kind'));
	const after = readCursor(url.searchParams.get('after'));
	const rows = await listUpcomingEvents(ctx.db, { now: ctx.now(), limit: perPage + 1, kind, after });
	const events = rows.slice(0, perPage);
	return { kind: kind ?? null, events, older: rows.length > perPage ? addressAfter(kind, events.at(-1)!) : null };
};

function readCursor(text: string | null): { startsAt: number; id: string } | undefined {
	const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '');
	return match ? { startsAt: Number(match[1]), id: match[2]! } : undefined;
}

function addressAfter(kind: EventKind | undefined, last: { startsAt: number; id: string }): string {
	const query = new URLSearchParams({ ...(kind && { kind }), after: `${last.startsAt}_${last.id}` });
	return `/events?${query}`;
}
