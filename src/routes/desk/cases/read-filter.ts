import { caseKinds } from '$lib/domain/cases/case';
import { listedStates, type CaseFilter } from '$lib/server/db/cases/cases';
import { readLedgerFilter } from '../ledger-filter';

/** The filter in an address (?kind=&state=&unit=&year=&struck); what cannot be read is left out. */
export const readFilter = (query: URLSearchParams): CaseFilter => ({
	...readLedgerFilter(query),
	kind: caseKinds.find((kind) => kind === query.get('kind')),
	state: listedStates.find((state) => state === query.get('state'))
});
