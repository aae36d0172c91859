import type { CaseFactsRefusal, SettlementRefusal } from '$lib/server/cases/cases';

/** The field that a refusal of a case's facts is about; the others are about the whole form. */
export const factFields: Partial<Record<CaseFactsRefusal, string>> = {
	'date-in-future': 'receivedOn',
	'month-checked-zero': 'receivedOn',
	'case-settled-before-received': 'receivedOn',
	'case-due-missing': 'dueOn',
	'case-due-before-received': 'dueOn',
	'case-due-too-far': 'dueOn',
	'not-your-unit': 'unitId',
	'unit-without-office': 'unitId'
};

/** The same of a settlement. */
export const settlementFields: Partial<Record<SettlementRefusal, string>> = {
	'date-in-future': 'settledOn',
	'case-settled-before-received': 'settledOn'
};
