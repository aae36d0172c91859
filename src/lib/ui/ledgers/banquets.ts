import { m } from '$lib/paraglide/messages.js';
import { occasionWords, originWords, outcomeWords } from '../banquets/banquet-words';
import { shared, yesOrNo } from './column-words';
import type { WordsOfLedger } from './words-of-ledger';

export const banquets: WordsOfLedger<'banquets'> = {
	name: m.imports_ledger_banquets,
	about: m.exports_about_banquets,
	defaults: m.imports_land_defaults_banquets,
	href: '/desk/banquets',
	recordHref: '/desk/banquets/',
	columns: {
		village: shared.village,
		group: shared.group,
		origin: { heading: m.imports_column_origin, choices: originWords },
		occasion: { heading: m.imports_column_occasion, choices: occasionWords },
		host: { heading: m.imports_column_host },
		phone: shared.phone,
		declaredOn: { heading: m.imports_column_declared_on },
		plannedOn: { heading: m.imports_column_planned_on },
		meals: { heading: m.imports_column_meals },
		tablesPlanned: { heading: m.imports_column_tables_planned },
		pricePerTable: { heading: m.imports_column_price_per_table },
		venue: { heading: m.imports_column_venue },
		caterer: { heading: m.imports_column_caterer },
		hygiene: { heading: m.imports_column_hygiene, choices: yesOrNo },
		outcome: { heading: m.imports_column_outcome, choices: { ...outcomeWords, open: m.imports_outcome_open } },
		endedOn: { heading: m.imports_column_ended_on },
		tablesHeld: { heading: m.imports_column_tables_held },
		note: shared.note
	}
};
