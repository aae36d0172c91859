import { writeXlsx } from 'hucre/xlsx';
import type { Ledger } from '../../../src/lib/domain/ledgers/ledgers';
import type { RowState } from '../../../src/lib/domain/ledgers/import';
import { countRows, listRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import type { Context } from '../../../src/lib/server/context';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { openRowText, textsOf } from '../../../src/lib/server/ledgers/row-text';

/** A workbook of one sheet, with merged ranges as [first row, first column, last row, last column]. */
export async function sheetFile(
	rows: readonly (readonly (string | number | Date | null)[])[],
	merges: readonly [number, number, number, number][] = [],
	name = '台账'
): Promise<Uint8Array> {
	return writeXlsx({
		sheets: [
			{
				name,
				rows: rows.map((row) => [...row]),
				merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol }))
			}
		]
	});
}

/** A text file as spreadsheets save it, in UTF-8 unless `encode` says otherwise. */
export const textFile = (rows: readonly (readonly string[])[], mark = ','): Uint8Array =>
	new TextEncoder().encode(rows.map((row) => row.join(mark)).join('\r\n'));

/** Brings a file in and reads all of it. Out: the import's id, or what it was refused for. */
export async function bring(ctx: Context, ledger: Ledger, bytes: Uint8Array, fileName = '台账.xlsx'): Promise<string> {
	const id = ctx.newId();
	const started = await startImport(ctx, { id, ledger, fileName, bytes, sheet: null });
	if (!started.ok) throw new Error(started.refusal);
	await readOn(ctx, id);
	return id;
}

/** What each line of an import came to: its number in the file, its state, and what is wrong, as `column: fault`. */
export async function linesOf(ctx: Context, id: string) {
	const rows = await listRows(ctx.db, id, { most: 100_000 });
	const found = await findImport(ctx.db, id);
	return rows.map((row) => ({
		nth: row.nth,
		state: row.state,
		faults: row.faults.map(({ column, fault }) => `${column}: ${fault}`),
		record: row.record ? (JSON.parse(row.record) as Record<string, unknown>) : null,
		likeNth: row.likeNth,
		texts: textsOf(found!.import, openRowText(ctx, row))
	}));
}

/** How many lines of an import are in each state, and that together they are all of them. */
export async function accountOf(ctx: Context, id: string): Promise<Partial<Record<RowState | 'all', number>>> {
	const counts = await countRows(ctx.db, id);
	return { ...counts, all: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}
