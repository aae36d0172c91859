/** What the lists of ledgers may be narrowed to alike (?unit=&year=&struck); what cannot be read is left out. */
export function readLedgerFilter(query: URLSearchParams) {
	const unit = query.get('unit') ?? '';
	return {
		unitId: /^[0-9a-f-]{36}$/.test(unit) ? unit : undefined,
		year: numberWithin(query.get('year'), 1900, 2199),
		isRemoved: query.get('struck') === '1' ? true : undefined
	};
}

/** A whole number of an address within these bounds, or undefined. */
export function numberWithin(text: string | null, least: number, most: number): number | undefined {
	const value = /^\d{1,4}$/.test(text ?? '') ? Number(text) : NaN;
	return value >= least && value <= most ? value : undefined;
}
