import { writeXlsx, type CellStyle, type CellValue } from 'hucre/xlsx';

export interface LedgerColumn {
	label: string;
	/** In characters. */
	width: number;
	/** `text` also for telephones, ids and codes: nothing is lost of them. `date`: from YYYY-MM-DD, a real date. */
	kind: 'text' | 'number' | 'date';
}

/** A ledger (台账) as a sheet; all words come from the caller. */
export interface LedgerFile {
	title: string;
	/** Under the title, each in a line: unit, date, who filled it in, 统计口径 … */
	facts: readonly { term: string; value: string }[];
	columns: readonly LedgerColumn[];
	/** Cells in the order of the columns. */
	rows: readonly (readonly (string | number | null)[])[];
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const formats = { text: '@', number: '0', date: 'yyyy-mm-dd' } as const;
const thin = { style: 'thin' } as const;
const ruled = { top: thin, bottom: thin, left: thin, right: thin };

/** The ledger as an XLSX file (reporting.md): title, facts, then the header, which stays in sight, and the rows. */
export async function toLedgerFile({ title, facts, columns, rows }: LedgerFile): Promise<Uint8Array<ArrayBuffer>> {
	const lines: CellValue[][] = [[title], ...facts.map(({ term, value }) => [`${term}：${value}`]), []];
	const header = lines.length;
	const styles = new Map<string, { style: CellStyle }>([['0,0', { style: { font: { bold: true, size: 16 } } }]]);
	for (const [column, { kind }] of columns.entries()) {
		styles.set(`${header},${column}`, { style: { font: { bold: true }, border: ruled } });
		for (let row = 1; row <= rows.length; row++)
			styles.set(`${header + row},${column}`, { style: { numFmt: formats[kind], border: ruled } });
	}
	const written = await writeXlsx({
		sheets: [
			{
				name: sheetName(title),
				columns: columns.map(({ width }) => ({ width })),
				rows: [
					...lines,
					columns.map(({ label }) => label),
					...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!.kind)))
				],
				cells: styles,
				merges: lines.slice(0, -1).map((_, row) => ({
					...{ startRow: row, endRow: row, startCol: 0, endCol: Math.max(0, columns.length - 1) }
				})),
				freezePane: { rows: header + 1 }
			}
		]
	});
	return new Uint8Array(written);
}

function cellOf(cell: string | number | null, kind: LedgerColumn['kind']): CellValue {
	return kind === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell;
}

/** What a sheet may be called: 31 characters, and none of those that Excel refuses. */
const sheetName = (title: string) => title.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31);
