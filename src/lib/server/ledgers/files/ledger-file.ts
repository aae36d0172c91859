import { writeXlsxStream, type CellStyle, type CellValue, type ColumnDef } from 'hucre/xlsx';

export interface LedgerColumn {
	label: string;
	/** In characters. */
	width: number;
	/** `text` also for telephones, ids and codes: nothing is lost of them. `rate`: with one decimal. `date`: from YYYY-MM-DD, a real date. */
	kind: 'text' | 'number' | 'rate' | 'date';
}

type Cells = readonly (string | number | null)[];

/** A ledger (台账) as a sheet; all words come from the caller. */
export interface LedgerFile {
	title: string;
	/** Under the title, each in a line: unit, date, who filled it in, 统计口径 … */
	facts: readonly { term: string; value: string }[];
	columns: readonly LedgerColumn[];
	/** Cells in the order of the columns; read as the file is written. */
	rows: Iterable<Cells> | AsyncIterable<Cells>;
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const formats = { text: '@', number: '0', rate: '0.0', date: 'yyyy-mm-dd' } as const;
const thin = { style: 'thin' } as const;
const ruled = { top: thin, bottom: thin, left: thin, right: thin };

/**
 * The ledger as an XLSX file (reporting.md), written as its rows come: title, facts, then the header, which stays in sight, and the rows. However
 * many rows there are, no more than a few are held at once.
 */
export function toLedgerFile({ title, facts, columns, rows }: LedgerFile): ReadableStream<Uint8Array> {
	const defined: ColumnDef[] = columns.map(({ width }) => ({ width }));
	return writeXlsxStream(lines(), {
		name: sheetName(title),
		columns: defined,
		freezePane: { rows: facts.length + 3 },
		repeatHeaders: false
	});

	async function* lines(): AsyncGenerator<CellValue[]> {
		// The writer asks for styles by column while it writes a line, so what is set here holds for the next line.
		dress(() => ({ font: { bold: true, size: 16 } }));
		yield [title];
		dress(() => undefined);
		for (const { term, value } of facts) yield [`${term}：${value}`];
		yield [];
		dress(() => ({ font: { bold: true }, border: ruled }));
		yield columns.map(({ label }) => label);
		dress(({ kind }) => ({ numFmt: formats[kind], border: ruled }));
		for await (const row of rows) yield row.map((cell, at) => cellOf(cell, columns[at]!.kind));
	}

	function dress(styleOf: (column: LedgerColumn) => CellStyle | undefined) {
		for (const [at, column] of columns.entries()) defined[at]!.style = styleOf(column);
	}
}

function cellOf(cell: string | number | null, kind: LedgerColumn['kind']): CellValue {
	return kind === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** What a sheet may be called: 31 characters, and none of those that Excel refuses. */
const sheetName = (title: string) => title.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31);
