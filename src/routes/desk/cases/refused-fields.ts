import type { CaseKind } from '$lib/domain/cases/case';
import { findZeroInTheWay } from '$lib/server/activities/zero-in-the-way';
import type { CaseFactsRefusal, SettlementRefusal } from '$lib/server/cases/cases';
import type { Context } from '$lib/server/context';

/** The field that a refusal of a case's facts is about; the others are about the whole form. */
const factFields: Partial<Record<CaseFactsRefusal, string>> = {
	'date-in-future': 'receivedOn',
	'month-checked-zero': 'receivedOn',
	'case-settled-before-received': 'receivedOn',
	'case-due-missing': 'dueOn',
	'case-due-before-received': 'dueOn',
	'case-due-too-far': 'dueOn',
	'not-your-unit': 'unitId',
	'unit-without-office': 'unitId'
};

/** How a case that is recorded or corrected is asked about and refused. */
export const caseWays = {
	field: factFields,
	day: { ledger: 'cases', field: 'receivedOn' },
	findZero: (ctx: Context, { unitId, kind, receivedOn }: { unitId: string; kind: CaseKind; receivedOn: string }) =>
		findZeroInTheWay(ctx, { unitId, kind, on: receivedOn })
} as const;

/** The field that a refusal of a settlement is about. */
export const settlementFields: Partial<Record<SettlementRefusal, string>> = {
	'date-in-future': 'settledOn',
	'case-settled-before-received': 'settledOn'
};
