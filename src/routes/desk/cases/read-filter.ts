import { caseKinds } from '$lib/domain/cases/case';
import { listedStates, type CaseFilter } from '$lib/server/db/cases/cases';

/** The filter in an address (?kind=&state=&unit=&year=&struck); what cannot be read is left out. */
export function readFilter(query: URLSearchParams): CaseFilter {
	const unit = query.get('unit') ?? '';
	const year = query.get('year') ?? '';
	return {
		kind: caseKinds.find((kind) => kind === query.get('kind')),
		state: listedStates.find((state) => state === query.get('state')),
		unitId: /^[0-9a-f-]{36}$/.test(unit) ? unit : undefined,
		year: /^(19|20|21)\d\d$/.test(year) ? Number(year) : undefined,
		isRemoved: query.get('struck') === '1' ? true : undefined
	};
}
