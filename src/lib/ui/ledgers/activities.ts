import { checkableKinds } from '$lib/domain/activities/activity';
import { nothingAdded, type AddedWork, type ReportedLedger } from '$lib/domain/activities/added-work';
import { m } from '$lib/paraglide/messages.js';
import { addedName } from '../activities/added-name';
import { activityKindWords, ledgerName } from '../activities/activity-words';
import { shared } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

const addedChoices = ({ kinds }: AddedWork) =>
	Object.fromEntries(kinds.map((kind) => [kind.id, () => addedName(kind)]));

export const activities: WordsOfLedger<'activities'> = {
	name: m.imports_ledger_activities,
	about: m.exports_about_activities,
	defaults: m.imports_land_defaults_activities,
	href: '/desk/activities',
	recordHref: '/desk/activities/',
	columns: {
		village: shared.village,
		group: shared.group,
		kind: {
			heading: m.imports_column_kind,
			choices: activityKindWords,
			addedChoices
		},
		on: { heading: m.imports_column_on },
		subject: { heading: m.imports_column_subject },
		place: { heading: m.imports_column_place },
		audience: { heading: m.imports_column_audience },
		quantity: { heading: m.imports_column_quantity },
		result: { heading: m.imports_column_result },
		responsible: { heading: m.imports_column_responsible },
		evidence: { heading: m.imports_column_evidence },
		note: shared.note,
		zeroKind: {
			heading: m.imports_column_zero_kind,
			choices: Object.fromEntries(checkableKinds.map((kind) => [kind, () => ledgerName(kind, nothingAdded)])),
			addedChoices,
			write: (value, { added }) => ledgerName(value as ReportedLedger, added)
		},
		zeroMonth: { heading: m.imports_column_zero_month }
	}
};
