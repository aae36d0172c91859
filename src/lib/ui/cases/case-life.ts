import type { CaseKind, CaseLevel } from '$lib/domain/cases/case';
import { m } from '$lib/paraglide/messages.js';
import { changesText, plainText, type Value, type WordedAct } from '../audit/record-life';
import { caseKindWords, caseLevelWords } from './case-words';

const fieldWords: Record<string, () => string> = {
	unitId: m.cases_unit,
	kind: m.cases_kind,
	level: m.cases_level,
	receivedOn: m.cases_received_on,
	dueOn: m.cases_due_on,
	matter: m.cases_matter,
	settledOn: m.cases_settled_on,
	result: m.cases_result
};

/** What was done to a case, in one line. */
export function caseActText({ verb, detail, changes }: WordedAct): string {
	if (verb === 'settleCase') return m.cases_act_settled({ on: plainText(detail.settledOn) });
	if (verb === 'reopenCase') return m.cases_act_reopened();
	if (verb === 'removeCase') return m.cases_act_removed();
	if (verb !== 'correctCase' && verb !== 'correctSettlement') return m.cases_act_recorded();
	return changes.length === 0
		? m.cases_act_corrected_plain()
		: m.cases_act_corrected({ what: changesText(changes, fieldWords, valueText) });
}

function valueText(field: string, value: Value): string {
	if (field === 'kind') return caseKindWords[value as CaseKind]();
	return field === 'level' ? caseLevelWords[value as CaseLevel]() : plainText(value);
}
