import { createHash } from 'node:crypto';
import { sayCalendar } from '$lib/domain/birthdays/birth-text';
import { columnsOf, headingWords } from '$lib/domain/ledgers/heading-words';
import { joinSheets, type JoinedSheets } from '$lib/domain/ledgers/sheets/joined-sheets';
import type { LedgerLine } from '$lib/domain/ledgers/sheets/ledger-table.js';
import { findUnitInTitle } from '$lib/domain/ledgers/ledger-unit';
import { ledgerDefinitions, type Ledger } from '$lib/domain/ledgers/ledgers';
import type { SheetAccount } from '$lib/domain/ledgers/sheets/sheet-account';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import { giveWay } from '$lib/server/db/give-way';
import { insertImportRows, type NewImportRow } from '$lib/server/db/ledgers/import-rows';
import { insertImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { mayActFor, scopeOf } from '../people/rights';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { sealRowText } from './row-text';
import { listImportUnits } from './row-units';
import { readSheetFile, type SheetFile, type SheetRefusal } from './files/sheet-file';

export interface StartImportCommand {
	/** The import's own id. */
	id: string;
	ledger: Ledger;
	fileName: string;
	bytes: Uint8Array;
	/** Of a workbook with several sheets: the one that is read; null: all that have a heading. */
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
	const answered = await findAnswer(ctx, { id, verb: 'startImport', subjectId: id });
	if (answered) return answered;
	const file = await readSheetFile(bytes, headingWords(ledger));
	if (!file.ok) return file;
	const found = findRows(file, command);
	if (!found.ok) return found;
	const rows = await sealRows(ctx, found.joined.lines);
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
				...(await describe(ctx, command, found.joined)),
				unitId,
				is1904: file.is1904,
				...stampOf(ctx)
			}),
			...insertImportRows(ctx.db, id, rows)
		]
	);
}

/** The rows of all sheets that carry the ledger, or of the one that was asked for. */
function findRows(
	{ sheets }: SheetFile,
	{ ledger, sheet }: StartImportCommand
): Result<{ joined: JoinedSheets }, TableRefusal> {
	if (sheet !== null && !sheets.some(({ name }) => name === sheet)) return { ok: false, refusal: 'sheet-missing' };
	const joined = joinSheets(sheets, sheet, (headings) => columnsOf(ledger, headings));
	if (joined.titles.size === 0)
		return { ok: false, refusal: sheets.some(({ table }) => table !== null) ? 'no-rows' : 'no-heading' };
	if (joined.lines.length > ledgerDefinitions[ledger].mostRows) return { ok: false, refusal: 'file-too-many-lines' };
	return { ok: true, joined };
}

/** So long rows are sealed before other requests get their turn. Milliseconds. */
const turnMs = 10;

async function sealRows(ctx: Context, lines: readonly LedgerLine[]): Promise<NewImportRow[]> {
	const rows: NewImportRow[] = [];
	let began = performance.now();
	for (const { nth, cells, spread, above, skip, mark } of lines) {
		const recordId = ctx.newId();
		const textSealed = sealRowText(ctx, recordId, { cells, spread, above, mended: {}, sure: [] });
		rows.push({ nth, recordId, textSealed, skip, mark: skip === null ? mark : null });
		if (performance.now() - began < turnMs) continue;
		await giveWay();
		began = performance.now();
	}
	return rows;
}

/** What is known of a file beside its lines: its sheets, its columns, and what titles say of year and village. */
async function describe(ctx: Context, { id, ledger, fileName, bytes }: StartImportCommand, joined: JoinedSheets) {
	const { headings, dropped, sheets, titles } = joined;
	const { own } = await listImportUnits(ctx, scopeOf(ctx));
	for (const [sheet, title] of titles) {
		const named = findUnitInTitle(own, title);
		sheet.villageId = named && isVillageLevel(named.kind) ? named.id : null;
	}
	const columns = columnsOf(ledger, headings);
	return {
		id,
		ledger,
		year: commonYear([...titles.keys()]),
		villageId: commonVillage([...titles.keys()]),
		calendar: sayCalendar(headings[columns.indexOf('birth')] ?? ''),
		fileNameSealed: ctx.keys.seal(fileName.slice(0, 200), 'imports.file-name', id),
		fileHash: createHash('sha256').update(bytes).digest('base64url'),
		sheets,
		headings,
		columns,
		dropped
	};
}

/** The one year that titles name; then it is said of the whole file, and no longer of each sheet. */
function commonYear(sheets: readonly SheetAccount[]): number | null {
	const years = new Set(sheets.flatMap(({ year }) => year ?? []));
	if (years.size !== 1) return null;
	for (const sheet of sheets) sheet.year = null;
	return [...years][0]!;
}

/** The village that every sheet names; then it is said of the whole file. */
function commonVillage(sheets: readonly SheetAccount[]): string | null {
	const villages = new Set(sheets.map(({ villageId }) => villageId));
	if (villages.size !== 1) return null;
	for (const sheet of sheets) sheet.villageId = null;
	return [...villages][0]!;
}
