import type { WorkKind } from '$lib/domain/activities/added-work';
import type { ActivityFilter } from '$lib/server/db/activities/activities';

/** The filter in an address (?kind=&unit=&year=&month=&struck); what cannot be read is left out. `kinds`: those of the town. */
export function readFilter(query: URLSearchParams, kinds: readonly WorkKind[]): ActivityFilter {
	const unit = query.get('unit') ?? '';
	const year = number(query.get('year'), 1900, 2199);
	return {
		kind: kinds.find((kind) => kind === query.get('kind')),
		unitId: /^[0-9a-f-]{36}$/.test(unit) ? unit : undefined,
		year,
		month: year ? number(query.get('month'), 1, 12) : undefined,
		isRemoved: query.get('struck') === '1' ? true : undefined
	};
}

function number(text: string | null, least: number, most: number): number | undefined {
	const value = /^\d{1,4}$/.test(text ?? '') ? Number(text) : NaN;
	return value >= least && value <= most ? value : undefined;
}
