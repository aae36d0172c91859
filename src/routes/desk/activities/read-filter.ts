import type { WorkKind } from '$lib/domain/activities/added-work';
import type { ActivityFilter } from '$lib/server/db/activities/activities';
import { numberWithin, readLedgerFilter } from '../ledger-filter';

/** The filter in an address (?kind=&unit=&year=&month=&struck); what cannot be read is left out. `kinds`: those of the town. */
export function readFilter(query: URLSearchParams, kinds: readonly WorkKind[]): ActivityFilter {
	const alike = readLedgerFilter(query);
	return {
		...alike,
		kind: kinds.find((kind) => kind === query.get('kind')),
		month: alike.year ? numberWithin(query.get('month'), 1, 12) : undefined
	};
}
