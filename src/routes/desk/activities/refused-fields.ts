import type { WorkKind } from '$lib/domain/activities/added-work';
import type { CorrectActivityRefusal } from '$lib/server/activities/activity-corrections';
import type { RecordActivityRefusal } from '$lib/server/activities/activities';
import { findZeroInTheWay } from '$lib/server/activities/zero-in-the-way';
import type { Context } from '$lib/server/context';

/** The field that a refusal is about; the others are about the whole form. */
const refusedFields: Partial<Record<RecordActivityRefusal | CorrectActivityRefusal, string>> = {
	'date-in-future': 'doneOn',
	'month-checked-zero': 'doneOn',
	'kind-not-kept': 'doneOn',
	'not-your-unit': 'unitId'
};

/** How an entry that is recorded or corrected is asked about and refused. */
export const entryWays = {
	field: refusedFields,
	day: { ledger: 'activities', field: 'doneOn' },
	findZero: (ctx: Context, { unitId, kind, doneOn }: { unitId: string; kind: WorkKind; doneOn: string }) =>
		findZeroInTheWay(ctx, { unitId, kind, on: doneOn })
} as const;
