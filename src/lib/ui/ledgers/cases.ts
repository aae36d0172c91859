import { m } from '$lib/paraglide/messages.js';
import { caseKindWords, caseLevelWords } from '../cases/case-words';
import { shared } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const cases: WordsOfLedger<'cases'> = {
	name: m.cases_title,
	about: m.exports_about_cases,
	defaults: m.imports_land_defaults_cases,
	href: '/desk/cases',
	recordHref: '/desk/cases/',
	columns: {
		village: shared.village,
		caseKind: { heading: m.imports_column_case_kind, choices: caseKindWords },
		level: { heading: m.imports_column_level, choices: caseLevelWords },
		receivedOn: { heading: m.imports_column_received_on },
		settleBy: { heading: m.imports_column_settle_by },
		matter: { heading: m.imports_column_matter },
		caseState: {
			heading: m.imports_column_case_state,
			choices: { settled: m.cases_state_settled, open: m.cases_state_open }
		},
		settledOn: { heading: m.imports_column_settled_on },
		settlement: { heading: m.imports_column_settlement }
	}
};
