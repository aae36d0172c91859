import { m } from '$lib/paraglide/messages.js';
import { shared } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const households: WordsOfLedger<'households'> = {
	name: m.imports_ledger_households,
	about: m.exports_about_households,
	defaults: m.imports_land_defaults_households,
	href: '/desk/pledges',
	columns: {
		village: shared.village,
		fromOn: { heading: m.imports_column_from_on },
		households: { heading: m.imports_column_households }
	}
};
