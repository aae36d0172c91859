import type { CorrectActivityRefusal } from '$lib/server/activities/activity-corrections';
import type { RecordActivityRefusal } from '$lib/server/activities/activities';

/** The field that a refusal is about; the others are about the whole form. */
export const refusedFields: Partial<Record<RecordActivityRefusal | CorrectActivityRefusal, string>> = {
	'date-in-future': 'doneOn',
	'month-checked-zero': 'doneOn',
	'kind-not-kept': 'doneOn',
	'not-your-unit': 'unitId'
};
