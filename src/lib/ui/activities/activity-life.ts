import type { AddedWork, WorkKind } from '$lib/domain/activities/added-work';
import { m } from '$lib/paraglide/messages.js';
import { kindText } from './activity-words';
import { changesText, plainText, type Value, type WordedAct } from '../audit/record-life';

const fieldWords: Record<string, () => string> = {
	kind: m.activities_kind,
	unitId: m.activities_unit,
	doneOn: m.activities_done_on,
	subject: m.activities_subject,
	place: m.activities_place,
	audience: m.activities_audience,
	quantity: m.activities_quantity,
	result: m.activities_result,
	responsible: m.activities_responsible,
	evidence: m.activities_evidence,
	note: m.activities_note
};

/** What was done to an entry of the work ledger, in one line. */
export function activityActText({ verb, changes }: WordedAct, added: AddedWork): string {
	if (verb === 'removeActivity') return m.activities_act_removed();
	if (verb !== 'correctActivity') return m.activities_act_recorded();
	return changes.length === 0
		? m.activities_act_corrected_plain()
		: m.activities_act_corrected({
				what: changesText(changes, fieldWords, (field, value) => valueText(field, value, added))
			});
}

const valueText = (field: string, value: Value, added: AddedWork) =>
	field === 'kind' ? kindText(value as WorkKind, added) : plainText(value);
