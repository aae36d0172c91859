import { columnFacts, ledgerDefinitions, type LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { ImportRow } from '$lib/server/db/ledgers/import-rows';
import type { Context } from '../context';

/**
 * What a row of a file holds: its cells, those that have their text from a merged one, for blank cells the line that says it above them, what was
 * mended by column, and columns whose doubtful text a cadre has confirmed.
 */
export interface RowText {
	cells: string[];
	spread: number[];
	above?: Record<number, number>;
	mended: RowTexts;
	sure?: LedgerColumn[];
}

export const sealRowText = (ctx: Context, recordId: string, text: RowText): string =>
	ctx.keys.seal(JSON.stringify(text), 'imports.row', recordId);

/** A row's text in clear; of one that was erased, an empty row. */
export const openRowText = (ctx: Context, row: Pick<ImportRow, 'recordId' | 'textSealed'>): RowText => {
	const json = ctx.keys.open(row.textSealed, 'imports.row', row.recordId);
	return json === '' ? { cells: [], spread: [], mended: {} } : (JSON.parse(json) as RowText);
};

/** A column of the file that is kept as a note of the record, where the ledger has none for it. */
export const noteColumn = 'note';

/**
 * The texts of a row by column, corrections over those of the file. A number in a merged cell counts once, in its
 * first line. Several columns may be kept as a note; then each says its heading.
 */
export function textsOf(
	{ columns, headings }: Pick<Import, 'columns' | 'headings'>,
	{ cells, spread, mended }: RowText
): RowTexts {
	const texts: Partial<Record<LedgerColumn, string>> = {};
	const areNotes = columns.filter((column) => column === noteColumn).length > 1;
	for (const [at, column] of columns.entries()) {
		if (column === null || (spread.includes(at) && columnFacts(column).kind === 'number')) continue;
		const text = cells[at] ?? '';
		if (column !== noteColumn || !areNotes) texts[column] = text;
		else if (text.trim() !== '')
			texts.note = [texts.note, `${headings[at]}：${text.trim()}`].filter(Boolean).join('；');
	}
	return { ...texts, ...mended };
}

/** For blank cells of the village and the group that were not answered: the line above that says it. */
export function aboveOf(
	{ columns }: Pick<Import, 'columns'>,
	{ above = {}, mended }: RowText
): Partial<Record<'village' | 'group', number>> {
	const found: Partial<Record<'village' | 'group', number>> = {};
	for (const [at, nth] of Object.entries(above)) {
		const column = columns[Number(at)];
		if ((column === 'village' || column === 'group') && !(column in mended)) found[column] = nth;
	}
	return found;
}

/** A note of a record in clear. */
export const openNote = (ctx: Context, recordId: string, noteSealed: string): string =>
	ctx.keys.open(noteSealed, 'imports.note', recordId);

/** What the file notes of a record whose own table has no note, sealed; null: nothing, or the record has one. */
export function sealNote(ctx: Context, imported: Import, recordId: string, text: RowText): string | null {
	if (!ledgerDefinitions[imported.ledger].keepsNote) return null;
	const note = (textsOf(imported, text).note ?? '').trim();
	return note === '' ? null : ctx.keys.seal(note, 'imports.note', recordId);
}
