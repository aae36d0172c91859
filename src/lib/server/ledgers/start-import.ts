import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { sayCalendar } from '$lib/domain/birthdays/birth-text';
import { recognizeColumns } from '$lib/domain/ledgers/headings';
import { chooseSheet, readLedgerTable, type LedgerLine, type LedgerTable } from '$lib/domain/ledgers/ledger-table';
import { findLedgerUnit } from '$lib/domain/ledgers/ledger-unit';
import { ledgerDefinitions, type Ledger } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import { insertImportRows, type NewImportRow } from '$lib/server/db/ledgers/import-rows';
import { findImport, insertImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { mayActFor, scopeOf } from '../people/rights';
import { recordAct, stampOf } from '../record-act';
import { sealRowText } from './row-text';
import { listImportUnits } from './row-units';
import { readSheetFile, type SheetFile, type SheetRefusal } from './sheet-file';

export interface StartImportCommand {
	/** The import's own id. */
	id: string;
	ledger: Ledger;
	fileName: string;
	bytes: Uint8Array;
	/** Of a workbook with several sheets: which; null: the one with a heading. */
	sheet: string | null;
}

type TableRefusal = 'sheet-missing' | 'no-heading' | 'no-rows' | 'file-too-many-lines';
export type StartImportRefusal = SheetRefusal | TableRefusal | 'not-your-unit';

/**
 * Takes a ledger file in as a draft for the actor's own unit: its lines, sealed, each with the id its record will have. Nothing of it is in any
 * list yet. Identity numbers and the like are left out at once. Refusals: the file cannot be read (in words), or has no heading of this ledger.
 */
export async function startImport(
	ctx: Context,
	command: StartImportCommand
): Promise<Result<object, StartImportRefusal>> {
	const { id, ledger, bytes } = command;
	const unitId = scopeOf(ctx);
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (await findImport(ctx.db, id)) return { ok: true };
	const file = await readSheetFile(bytes);
	if (!file.ok) return file;
	const found = findTable(file, command);
	if (!found.ok) return found;
	const rows = await sealRows(ctx, found.table.lines);
	return recordAct(
		ctx,
		{
			id,
			verb: 'startImport',
			subject: { type: 'import', id },
			unitId,
			detail: { ledger, lines: rows.length }
		},
		[
			insertImport(ctx.db, {
				...(await describe(ctx, command, found.table)),
				unitId,
				is1904: file.is1904,
				sheet: found.sheet,
				...stampOf(ctx)
			}),
			...insertImportRows(ctx.db, id, rows)
		]
	);
}

/** The table of the sheet that was asked for, or of the one with a heading. */
function findTable(
	{ sheets }: SheetFile,
	{ ledger, sheet: name }: StartImportCommand
): Result<{ table: LedgerTable; sheet: string }, TableRefusal> {
	const named = name === null ? undefined : sheets.find((sheet) => sheet.name === name);
	if (name !== null && !named) return { ok: false, refusal: 'sheet-missing' };
	const sheet = named ?? sheets[chooseSheet(ledger, sheets)];
	const table = sheet ? readLedgerTable(ledger, sheet) : null;
	if (!sheet || !table) return { ok: false, refusal: 'no-heading' };
	if (table.lines.length === 0) return { ok: false, refusal: 'no-rows' };
	if (table.lines.length > ledgerDefinitions[ledger].mostRows) return { ok: false, refusal: 'file-too-many-lines' };
	return { ok: true, table, sheet: sheet.name };
}

/** Rows sealed before other requests get their turn. */
const sealedAtOnce = 500;

async function sealRows(ctx: Context, lines: readonly LedgerLine[]): Promise<NewImportRow[]> {
	const rows: NewImportRow[] = [];
	for (const { nth, cells, spread, skip } of lines) {
		const recordId = ctx.newId();
		rows.push({ nth, recordId, textSealed: sealRowText(ctx, recordId, { cells, spread, mended: {} }), skip });
		if (rows.length % sealedAtOnce === 0) await pause();
	}
	return rows;
}

/** What is known of a file beside its lines: its columns, and what its title says of year and village. */
async function describe(ctx: Context, { id, ledger, fileName, bytes }: StartImportCommand, table: LedgerTable) {
	const { own } = await listImportUnits(ctx, scopeOf(ctx));
	const inTitle = findLedgerUnit(own, table.title);
	const columns = recognizeColumns(ledger, table.headings);
	return {
		id,
		ledger,
		villageId: inTitle && isVillageLevel(inTitle.kind) ? inTitle.id : null,
		year: table.year,
		calendar: sayCalendar(table.headings[columns.indexOf('birth')] ?? ''),
		fileNameSealed: ctx.keys.seal(fileName.slice(0, 200), 'imports.file-name', id),
		fileHash: createHash('sha256').update(bytes).digest('base64url'),
		headings: table.headings,
		columns,
		dropped: table.dropped
	};
}
