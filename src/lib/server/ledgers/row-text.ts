import { columnFacts, type LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { ImportRow } from '$lib/server/db/ledgers/import-rows';
import type { Context } from '../context';

/** What a row of a file holds: its cells, those that have their text from a merged one, and what was mended by column. */
export interface RowText {
	cells: string[];
	spread: number[];
	mended: RowTexts;
}

export const sealRowText = (ctx: Context, recordId: string, text: RowText): string =>
	ctx.keys.seal(JSON.stringify(text), 'imports.row', recordId);

/** A row's text in clear; of one that was erased, an empty row. */
export const openRowText = (ctx: Context, row: Pick<ImportRow, 'recordId' | 'textSealed'>): RowText => {
	const json = ctx.keys.open(row.textSealed, 'imports.row', row.recordId);
	return json === '' ? { cells: [], spread: [], mended: {} } : (JSON.parse(json) as RowText);
};

/**
 * The texts of a row by column, corrections over those of the file. A number in a merged cell counts once, in its
 * first line.
 */
export function textsOf(imported: Pick<Import, 'columns'>, { cells, spread, mended }: RowText): RowTexts {
	const texts: Partial<Record<LedgerColumn, string>> = {};
	for (const [at, column] of imported.columns.entries()) {
		if (column === null || (spread.includes(at) && columnFacts(column).kind === 'number')) continue;
		texts[column] = cells[at] ?? '';
	}
	return { ...texts, ...mended };
}
