import type { CaseKind, CaseLevel, CaseState } from '$lib/domain/cases/case';
import { m } from '$lib/paraglide/messages.js';

export const caseKindWords: Record<CaseKind, () => string> = {
	dispute: m.cases_kind_dispute,
	call: m.cases_kind_call,
	incident: m.cases_kind_incident
};

export const caseLevelWords: Record<CaseLevel, () => string> = {
	grid: m.cases_level_grid,
	village: m.cases_level_village,
	town: m.cases_level_town
};

const stateWords: Record<CaseState, () => string> = {
	open: m.cases_state_open,
	overdue: m.cases_state_overdue,
	settled: m.cases_state_settled,
	late: m.cases_state_late
};
const disputeWords: Record<CaseState, () => string> = {
	...stateWords,
	open: m.cases_state_open_dispute,
	settled: m.cases_state_settled_dispute,
	late: m.cases_state_late_dispute
};

/** What a case is, in a word: a dispute is 化解, all else 办结. */
export const caseStateText = (kind: CaseKind, state: CaseState): string =>
	(kind === 'dispute' ? disputeWords : stateWords)[state]();

export const caseStateTones = { open: 'ink', overdue: 'red', settled: 'jade', late: 'muted' } as const satisfies Record<
	CaseState,
	string
>;
