import type { ExportColumn, ExportList } from '$lib/domain/ledgers/export';
import { isLedger } from '$lib/domain/ledgers/ledgers';
import { m } from '$lib/paraglide/messages.js';
import type { AddedWork } from '$lib/domain/activities/added-work';
import { choicesOf, type ColumnWords, type Outgoing } from './column-words';
import { ledgerColumnWords, ledgerWords } from './ledger-words';
import { figureName, otherColumnWords, otherListWords } from './other-list-words';

/** What a list is called: the ledgers as everywhere, the others as here. */
export const listText = (list: ExportList): string =>
	isLedger(list) ? ledgerWords[list].name() : otherListWords[list].name();

/** What a list contains and what it leaves out (统计口径); for a figure's records with the figure's name. */
export const listDefinition = (list: ExportList, of: string | null, added: AddedWork): string =>
	isLedger(list)
		? ledgerWords[list].about()
		: otherListWords[list].about({ figure: (of && figureName(of, added)) ?? '' });

const columnWords: Record<ExportColumn, ColumnWords> = { ...ledgerColumnWords, ...otherColumnWords };

/** The heading of a column. */
export const columnText = (column: ExportColumn): string => columnWords[column].heading();

/** Columns of numbers that are known or not: an empty cell could be read as none. */
const counts: readonly ExportColumn[] = ['value', 'ledgerValue', 'ledgerPrevious'];

/** A cell as it is written, of a value as `server/ledgers/exports` gives it. */
export function exportText(
	column: ExportColumn,
	value: string | number | boolean | null | undefined,
	outgoing: Outgoing
): string | number | null {
	if (value === null || value === undefined) return counts.includes(column) ? m.exports_no_data() : null;
	if (typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? m.exports_yes() : m.exports_no();
	const words = columnWords[column];
	return words.write ? words.write(value, outgoing) : (choicesOf(words, outgoing.added)?.[value]?.() ?? value);
}
