import {
	ledgerDefinitions,
	ledgers,
	type ImportedRecord,
	type Ledger,
	type LedgerColumn
} from '$lib/domain/ledgers/ledgers';
import { activities } from './activities';
import { banquets } from './banquets';
import { cases } from './cases';
import type { ColumnWords } from './column-words';
import { dissuasions } from './dissuasions';
import { elders } from './elders';
import { households } from './households';
import { signups } from './signups';
import type { WordsOfLedger } from './words-of-ledger';

/** How each ledger is worded. */
export const ledgerWords: { [L in Ledger]: WordsOfLedger<L> } = {
	banquets,
	dissuasions,
	activities,
	cases,
	elders,
	households,
	signups
};

/** How each column is worded: what several ledgers have is worded alike in each. */
export const ledgerColumnWords = Object.assign({}, ...ledgers.map((ledger) => ledgerWords[ledger].columns)) as Record<
	LedgerColumn,
	ColumnWords
>;

/** The page of a record that came with an import; null where it has none of its own. */
export function recordHref(type: ImportedRecord, id: string): string | null {
	const ledger = ledgers.find((one) => ledgerDefinitions[one].record === type);
	const href = ledger && ledgerWords[ledger].recordHref;
	return href ? `${href}${id}` : null;
}
