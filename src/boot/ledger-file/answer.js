/**
 * What of a file is read at most: a ledger of 20,000 lines is well below. Lines (those that hold a value), cells (blank ones too) and merged ranges
 * are those of all sheets together; `characters` are those of a cell, `text` those of all cells. `row` and `lastColumn` are the last that a spreadsheet has.
 */
export const limits = {
	lines: 30_100,
	columns: 60,
	cells: 2_000_000,
	characters: 500,
	text: 20_000_000,
	merges: 200_000,
	sheets: 1000,
	row: 1_048_576,
	lastColumn: 16_384
};

/**
 * A sheet of a file: how many of its lines hold anything, and its ledger; null: it has no heading of the ledger.
 * @typedef {{ name: string, isHidden: boolean, lines: number, table: import('../../lib/domain/ledgers/sheets/ledger-table.js').LedgerTable | null }} ReadSheet
 */

/**
 * What was read of a file: its sheets, and whether bare day numbers count from 1904; or why it is refused.
 * @typedef {{ ok: true, sheets: ReadSheet[], is1904: boolean } | { ok: false, refusal: string }} Answer
 */

/**
 * The sheets of a file as lines of texts, before it is known which are a ledger. `isWide`: it has texts beyond the columns that are read.
 * @typedef {import('../../lib/domain/ledgers/sheets/ledger-table.js').SheetLines & { isHidden: boolean, isWide: boolean }} RawSheet
 * @typedef {{ ok: true, sheets: RawSheet[], is1904: boolean } | { ok: false, refusal: string }} RawAnswer
 */

/**
 * @param {string} refusal
 * @returns {{ ok: false, refusal: string }}
 */
export function refuse(refusal) {
	return { ok: false, refusal };
}
