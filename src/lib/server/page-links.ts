import { isDate } from '$lib/domain/calendar/calendar';
import type { Cursor, Place } from './db/keyset';

/** The cursor in an address (?before=2024-05-01_id or ?after=…); anything else is the first page. */
export function readCursor(query: URLSearchParams): Cursor | undefined {
	for (const side of ['before', 'after'] as const) {
		const [on = '', id = ''] = (query.get(side) ?? '').split('_');
		if (isDate(on) && /^[0-9a-f-]{36}$/.test(id)) {
			return side === 'before' ? { before: { on, id } } : { after: { on, id } };
		}
	}
	return undefined;
}

/** Addresses of the newer and the older page with the same filter; null where there is none. `places`: those of the rows shown. */
export function pageLinks(
	query: URLSearchParams,
	places: readonly Place[],
	{ hasNewer, hasOlder }: { hasNewer: boolean; hasOlder: boolean }
): { newer: string | null; older: string | null } {
	const turn = (side: string, place: Place | undefined) => {
		const next = new URLSearchParams(query);
		['before', 'after'].forEach((name) => next.delete(name));
		if (place) next.set(side, `${place.on}_${place.id}`);
		return `?${next}`;
	};
	return {
		newer: hasNewer ? turn('after', places[0]) : null,
		older: hasOlder ? turn('before', places.at(-1)) : null
	};
}
