import { m } from '$lib/paraglide/messages.js';
import { dissuasionOutcomeWords } from '../banquets/banquet-words';
import { banquets } from './banquets';
import { shared } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const dissuasions: WordsOfLedger<'dissuasions'> = {
	name: m.imports_ledger_dissuasions,
	about: m.exports_about_dissuasions,
	defaults: m.imports_land_defaults_dissuasions,
	href: '/desk/dissuasions',
	columns: {
		village: shared.village,
		group: shared.group,
		occasion: banquets.columns.occasion,
		host: banquets.columns.host,
		phone: shared.phone,
		plannedOn: banquets.columns.plannedOn,
		tablesPlanned: banquets.columns.tablesPlanned,
		wentOn: { heading: m.imports_column_went_on },
		visits: { heading: m.imports_column_visits },
		dissuasion: {
			heading: m.imports_column_dissuasion,
			choices: { ...dissuasionOutcomeWords, open: m.imports_outcome_open },
			unoffered: ['open']
		},
		note: shared.note
	}
};
