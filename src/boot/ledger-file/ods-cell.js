import { limits } from './answer.js';
import { textOf } from './cell-text.js';

/**
 * A cell as its text, from what its element says and shows.
 * @param {Record<string, string>} attributes
 * @param {string} shown
 * @param {string} numFmt
 */
export function odsText(attributes, shown, numFmt) {
	const formula = attributes['table:formula']?.replace(/^(\w+:)?=/, '');
	return textOf(valueOf(attributes, shown), { value: null, type: 'empty', formula, style: { numFmt } });
}

/**
 * Times and what has no type are what the cell shows. A number or day that cannot be read is, too.
 * @param {Record<string, string>} attributes
 * @param {string} shown
 * @returns {import('hucre').CellValue}
 */
function valueOf(attributes, shown) {
	if (attributes['calcext:value-type'] === 'error') {
		// A picture in a cell is an unknown formula to other programs than WPS. Other errors may be written in the program's own words.
		if (/DISPIMG\(/i.test(attributes['table:formula'] ?? '')) return null;
		return shown.startsWith('#') ? shown : '#VALUE!';
	}
	switch (attributes['office:value-type']) {
		case 'float':
		case 'currency':
		case 'percentage': {
			const value = Number(attributes['office:value'] || Number.NaN);
			return Number.isFinite(value) ? value : shown;
		}
		case 'boolean':
			return attributes['office:boolean-value'] ?? shown;
		case 'date':
			return dayOf(attributes['office:date-value'] ?? '') ?? shown;
		case 'string':
			return shown || (attributes['office:string-value'] ?? '');
		default:
			return shown || null;
	}
}

/**
 * A day, or a day and a time of no zone, which counts as UTC; null for anything else.
 * @param {string} text
 */
function dayOf(text) {
	if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/.test(text)) return null;
	const day = new Date(text.includes('T') ? `${text}Z` : text);
	return Number.isNaN(day.getTime()) ? null : day;
}

/** Collects what a cell shows: its paragraphs, with their blanks and breaks, and whether a part is struck through. */
export function collectText() {
	let [text, paragraphs, isStruck] = ['', 0, false];
	/** @type {boolean[]} whether each of the spans around what comes next is struck through */
	const spans = [];
	let isInParagraph = false;
	/** @param {string} more */
	const add = (more) => {
		if (!isInParagraph || text.length >= limits.characters) return;
		text += more;
		if (more.trim() !== '' && spans.includes(true)) isStruck = true;
	};
	return {
		add,
		/**
		 * @param {string} name
		 * @param {Record<string, string>} attributes
		 * @param {(style: string | undefined) => boolean} isStruckStyle
		 */
		open(name, attributes, isStruckStyle) {
			if (name === 'text:p') {
				isInParagraph = true;
				if (paragraphs++ > 0) add('\n');
			} else if (name === 'text:span') spans.push(isStruckStyle(attributes['text:style-name']));
			else if (name === 'text:s') add(' '.repeat(Math.min(Number(attributes['text:c']) || 1, limits.characters)));
			else if (name === 'text:tab') add('\t');
			else if (name === 'text:line-break') add('\n');
		},
		/** @param {string} name */
		close(name) {
			if (name === 'text:p') isInParagraph = false;
			else if (name === 'text:span') spans.pop();
		},
		done: () => ({ text, isStruck })
	};
}
