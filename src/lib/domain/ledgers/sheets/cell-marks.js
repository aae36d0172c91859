// What stands in a cell beside words. It is JavaScript: the process that reads ledger files runs it from the sources.

/** Before the text of a formula that has no result in the file. */
export const formulaMark = '\u0001';

/**
 * What keeps the text of a cell from being read, in any ledger and column; null: nothing does.
 * @param {string} text
 * @returns {'formula-empty' | 'cell-error' | 'cell-picture' | 'cell-broken' | null}
 */
export function faultOfText(text) {
	if (text.startsWith(formulaMark)) return /DISPIMG\(/i.test(text) ? 'cell-picture' : 'formula-empty';
	if (/^=?(_xlfn\.)?(DISPIMG|IMAGE)\(/i.test(text)) return 'cell-picture';
	if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i.test(text)) return 'cell-error';
	return text.includes('\ufffd') ? 'cell-broken' : null;
}
