/** A cell that goes on over more lines than this was never closed. */
const mostLines = 30;

/** Before a quote that opens a cell and never closes it: its row says that the cell cannot be read. */
const mark = '\ufffd';

/**
 * Marks the quotes of a text file that open a cell and do not close it. Such a cell would take the rows below into itself: a line within it has as
 * many cells as a row or a quote in its midst, or the file ends. Line ends become \n.
 * @param {string} text
 * @param {string} delimiter
 */
export function markOpenQuotes(text, delimiter) {
	const lines = text.replace(/\r+\n/g, '\n').split(/[\n\r]/);
	if (!text.includes('"')) return lines.join('\n');
	const marks = Math.max(1, commonMarks(lines, delimiter));
	/** @type {{ line: number, at: number, wasOpen: boolean } | null} */
	let opened = null;
	for (let nth = 0; nth <= lines.length; nth++) {
		const line = lines[nth];
		/** @type {boolean} */
		const wasOpen = opened !== null;
		/** @type {ReturnType<typeof scan> | null} */
		const read = line === undefined ? null : scan(line, delimiter, wasOpen);
		const isRow = read === null || read.within >= marks || read.isBroken;
		if (opened && (isRow || nth - opened.line > mostLines)) {
			const own = lines[opened.line] ?? '';
			lines[opened.line] = own.slice(0, opened.at) + mark + own.slice(opened.at);
			nth = opened.line - 1;
			opened = opened.wasOpen ? opened : null;
			continue;
		}
		if (read && read.openedAt !== null) opened = { line: nth, at: read.openedAt, wasOpen };
		else if (!read?.isOpen) opened = null;
	}
	return lines.join('\n');
}

/**
 * How many marks between cells most lines have.
 * @param {readonly string[]} lines
 * @param {string} delimiter
 */
function commonMarks(lines, delimiter) {
	/** @type {Map<number, number>} */
	const counts = new Map();
	for (const line of lines.slice(0, 1000)) {
		const marks = line.split(delimiter).length - 1;
		if (marks > 0) counts.set(marks, (counts.get(marks) ?? 0) + 1);
	}
	return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 1;
}

/**
 * Reads a line by its quotes. In: whether it begins within a cell. Out: whether it ends within one; where that was opened in this line, or null;
 * how many marks between cells are within the cell that it began in; and whether that has a quote in its midst, which ends no cell.
 * @param {string} line
 * @param {string} delimiter
 * @param {boolean} beginsOpen
 */
function scan(line, delimiter, beginsOpen) {
	let [isOpen, within, isBroken] = [beginsOpen, 0, false];
	/** @type {number | null} */
	let openedAt = null;
	for (let at = 0; at < line.length; at++) {
		if (line[at] === delimiter && isOpen && openedAt === null) within++;
		if (line[at] !== '"') continue;
		if (!isOpen && (at === 0 || line[at - 1] === delimiter)) [isOpen, openedAt] = [true, at];
		else if (isOpen && line[at + 1] === '"') at++;
		else if (isOpen) {
			const isEnd = at + 1 === line.length || line[at + 1] === delimiter;
			if (!isEnd && openedAt === null) isBroken = true;
			[isOpen, openedAt] = [false, null];
		}
	}
	return { isOpen, openedAt, within, isBroken };
}
