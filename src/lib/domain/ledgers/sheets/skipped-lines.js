// Lines of a sheet that are no rows of a ledger: 合计, the heading once more, 填表人. It is JavaScript: the process that reads ledger files runs it
// from the sources.
import { bareHeading, recognizeColumns } from './headings.js';

/**
 * Why a line is no row; null: it is one. `headings` are bare.
 * @param {import('./headings.js').HeadingWords} known
 * @param {readonly string[]} cells
 * @param {readonly string[]} headings
 * @returns {'total' | 'heading' | 'footer' | null}
 */
export function skipOf(known, cells, headings) {
	const bare = cells.map(bareHeading);
	const written = bare.filter(Boolean);
	const isAgain = () => isHeading(known, { cells, bare }, headings);
	const [first = '', second = ''] = written;
	if (isTotal(first) || (/^\d*$/.test(first) && isTotal(second))) return 'total';
	if (written.length <= 5 && written.slice(0, 3).some(isSubtotal)) return 'total';
	if (
		/^(填表|制表|审核|填报|单位负责|联系人|联系电话|说明|注$|注\d|备注\p{Script=Han}{2}|统计口径)/u.test(first) &&
		written.length <= 6
	)
		return isAgain() ? 'heading' : 'footer';
	// A line of examples, as our own templates have it.
	if (/^(例|例如|示例|样例|example)$/u.test(first)) return 'footer';
	const text = cells.find((cell) => cell.trim()) ?? '';
	if (/^(填表人?|制表人?|审核人?|注|说明|备注)[:：]/u.test(text.normalize('NFKC').replace(/\s/gu, ''))) return 'footer';
	return isAgain() ? 'heading' : null;
}

/** @param {string} text */
const isTotal = (text) => /^(合计|总计|小计|共计|总数|累计|total)/u.test(text);

/**
 * 四组小计, 三星村合计: whose total it is stands before the word, in the column of the village or the group.
 * @param {string} text
 */
const isSubtotal = (text) => /^.{1,12}(合计|小计|总计|共计)$/u.test(text);

/**
 * Whether a line says the same as the heading, as on every page of a printed list.
 * @param {import('./headings.js').HeadingWords} known
 * @param {{ cells: readonly string[], bare: readonly string[] }} line
 * @param {readonly string[]} headings
 */
function isHeading(known, { cells, bare }, headings) {
	const written = cells.filter((cell) => cell.trim() !== '').length;
	const same = cells.filter((cell, nth) => cell.trim() !== '' && bare[nth] === (headings[nth] ?? '')).length;
	// Which columns they are takes longest, and is asked of few lines.
	return same >= 2 && same * 2 >= written && recognizeColumns(known, cells).filter(Boolean).length >= 2;
}
