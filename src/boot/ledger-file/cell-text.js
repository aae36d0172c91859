import { formulaMark } from '../../lib/domain/ledgers/sheets/cell-marks.js';
import { limits } from './answer.js';

/**
 * A cell as its text. What it shows counts: 2371234567 under the format 00000000000 is 02371234567.
 * @param {import('hucre').CellValue | undefined} value
 * @param {import('hucre').Cell | undefined} cell its formula and style, where it has any
 */
export function textOf(value, cell) {
	if (value === null || value === undefined) return cell?.formula ? `${formulaMark}=${cell.formula}`.slice(0, 100) : '';
	if (value instanceof Date) return dateText(value, cell?.style?.numFmt ?? '');
	if (typeof value === 'number') return numberText(value, cell?.style?.numFmt ?? '');
	return String(value).slice(0, limits.characters);
}

/**
 * A whole number under a format of noughts, with lines or spaces between them, has as many digits as the format.
 * @param {number} value
 * @param {string} format
 */
function numberText(value, format) {
	const bare = format.replace(/\\(.)/g, '$1').replace(/"([^"]*)"/g, '$1');
	if (!Number.isSafeInteger(value) || value < 0 || !/^0[0\s()-]*$/.test(bare)) return String(value);
	return String(value).padStart(bare.replace(/[^0]/g, '').length, '0');
}

/** So long before midnight a day without a time is the next one, for some programs write dates some seconds too early. Milliseconds. */
const nearMidnight = 2 * 60_000;
const dayMs = 24 * 3_600_000;

/**
 * A day as YYYY-MM-DD, with HH:mm where it has a time. Where the format shows no time and the cell is seconds short of midnight, the text says
 * both: 2024-03-05 23:59:17 ≈ 2024-03-06.
 * @param {Date} date
 * @param {string} format
 */
function dateText(date, format) {
	if (Number.isNaN(date.getTime())) return '';
	const exact = date.toISOString();
	const left = dayMs - (((date.getTime() % dayMs) + dayMs) % dayMs);
	if (left <= nearMidnight && !showsTime(format))
		return `${exact.slice(0, 19).replace('T', ' ')} ≈ ${new Date(date.getTime() + left).toISOString().slice(0, 10)}`;
	const minutes = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
	return minutes
		.slice(0, 16)
		.replace('T', ' ')
		.replace(/ 00:00$/, '');
}

/** @param {string} format */
const showsTime = (format) => /[hs]/i.test(format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, ''));
