/** What of a sheet is read at most: a ledger of 20,000 lines is well below. */
export const limits = { lines: 30_100, columns: 60, characters: 500, sheets: 30 };

/**
 * What was read of a file: its visible sheets as lines of texts, and whether bare day numbers count from 1904; or why it is refused.
 * @typedef {{ name: string, lines: string[][], merges: number[][] }} ReadSheet
 * @typedef {{ ok: true, sheets: ReadSheet[], is1904: boolean } | { ok: false, refusal: string }} Answer
 */

/**
 * @param {string} refusal
 * @returns {Answer}
 */
export function refuse(refusal) {
	return { ok: false, refusal };
}
