/** A cell: numbers are written as they are, texts so that a spreadsheet never takes them for a formula. */
export type Cell = string | number | null;

/** Lines, or slices of them as they are read. */
type Rows = readonly (readonly Cell[])[] | AsyncIterable<readonly (readonly Cell[])[]>;

const formula = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180), written as they come: UTF-8 with the mark by which Excel knows it, lines ended by CR LF, cells quoted where they must be.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, but a plain negative number stays one.
 */
export function toCsv(rows: Rows): ReadableStream<Uint8Array<ArrayBuffer>> {
	const pieces = inPieces(rows);
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(stream) {
			const { done, value } = await pieces.next();
			if (done) stream.close();
			else stream.enqueue(encoder.encode(value));
		},
		cancel: () => void pieces.return(undefined)
	});
}

/** Of about so many characters at a time. */
const pieceLength = 32_768;

async function* inPieces(rows: Rows): AsyncGenerator<string, undefined> {
	let piece = '\uFEFF';
	for await (const slice of Symbol.asyncIterator in rows ? rows : [rows]) {
		for (const row of slice) piece += `${row.map(writeCell).join(',')}\r\n`;
		if (piece.length < pieceLength) continue;
		yield piece;
		piece = '';
	}
	if (piece) yield piece;
	return undefined;
}

function writeCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = formula.test(cell) && !/^-\d+$/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
