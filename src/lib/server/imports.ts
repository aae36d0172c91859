import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { Calendar } from '$lib/domain/elder';
import { canLand, draftDays, mostRows, type RowDecision, type RowState } from '$lib/domain/import';
import { recognizeColumns, type Ledger, type LedgerColumn } from '$lib/domain/ledger';
import { findLedgerUnit } from '$lib/domain/ledger-unit';
import { chooseSheet, readLedgerTable } from '$lib/domain/ledger-table';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/unit';
import type { Context } from './context';
import { hasLanded } from './db/audit';
import { insertImportRecords, landRows } from './db/import-landings';
import { countWorkedOn, listUntouchedSignups, removeImported } from './db/import-undos';
import {
	compareRows,
	countRows,
	eraseTexts,
	findImport,
	findRow,
	insertDrop,
	insertImport,
	insertImportRows,
	insertLanding,
	insertUndo,
	listOldDrafts,
	listRows,
	updateAllUnread,
	updateDecision,
	updateImport,
	updateReadings,
	updateTexts,
	type ShownImport
} from './db/imports';
import { insertCompanions, insertHelper, insertSignup, insertWithdrawal } from './db/signups';
import { promoteWaitlist } from './db/waitlist';
import { listImportUnits, openRowText, readRows, sealRowText, textsOf } from './import-reading';
import type { SignupRecord } from './import-signups';
import { put, stampOf, type Statements } from './put';
import { mayActFor, scopeOf } from './rights';
import { readSheetFile, type SheetRefusal } from './sheet-file';

export interface StartImportCommand {
	/** The import's own id. */
	id: string;
	ledger: Ledger;
	fileName: string;
	bytes: Uint8Array;
	/** Of a workbook with several sheets: which; null: the one with a heading. */
	sheet: string | null;
}

export type StartImportRefusal = SheetRefusal | 'no-heading' | 'no-rows' | 'not-your-unit' | 'sheet-missing';

/**
 * Takes a ledger file in as a draft for the actor's own unit: its lines, sealed, each with the id its record will have. Nothing of it is in any
 * list yet. Identity numbers and the like are left out at once. Refusals: the file cannot be read (in words), or has no heading of this ledger.
 */
export async function startImport(
	ctx: Context,
	command: StartImportCommand
): Promise<Result<object, StartImportRefusal>> {
	const { id, ledger, fileName, bytes } = command;
	const unitId = scopeOf(ctx);
	if (!(await mayActFor(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (await findImport(ctx.db, id)) return { ok: true };
	const file = await readSheetFile(bytes);
	if (!file.ok) return file;
	const named = command.sheet === null ? -1 : file.sheets.findIndex(({ name }) => name === command.sheet);
	if (command.sheet !== null && named < 0) return { ok: false, refusal: 'sheet-missing' };
	const sheet = file.sheets[named < 0 ? chooseSheet(ledger, file.sheets) : named];
	const table = sheet ? readLedgerTable(ledger, sheet) : null;
	if (!sheet || !table) return { ok: false, refusal: 'no-heading' };
	if (table.lines.length === 0) return { ok: false, refusal: 'no-rows' };
	if (table.lines.length > mostRows[ledger]) return { ok: false, refusal: 'file-too-many-lines' };
	const { own } = await listImportUnits(ctx, unitId);
	const inTitle = findLedgerUnit(own, table.title);
	const village = inTitle && isVillageLevel(inTitle.kind) ? inTitle.id : null;
	const rows = [];
	for (const { nth, cells, spread, skip } of table.lines) {
		const recordId = ctx.newId();
		rows.push({ nth, recordId, textSealed: sealRowText(ctx, recordId, { cells, spread, mended: {} }), skip });
		if (rows.length % 500 === 0) await pause();
	}
	const written = await put(
		ctx,
		{
			...{ id, verb: 'startImport', subject: { type: 'import', id }, unitId },
			detail: { ledger, lines: rows.length }
		},
		[
			insertImport(ctx.db, {
				...{ id, ledger, unitId, villageId: village, year: table.year, is1904: file.is1904, sheet: sheet.name },
				fileNameSealed: ctx.keys.seal(fileName.slice(0, 200), 'imports.file-name', id),
				fileHash: createHash('sha256').update(bytes).digest('base64url'),
				...{ headings: table.headings, columns: recognizeColumns(ledger, table.headings), dropped: table.dropped },
				...stampOf(ctx)
			}),
			...insertImportRows(ctx.db, id, rows)
		]
	);
	return written;
}

/** Rows read before somebody else gets their turn. */
const slice = 400;

/**
 * Reads on in a draft for about so many milliseconds, some hundreds of rows at a time, so that nobody waits; whoever looks at it next goes on, from
 * whichever process. Out: how many rows are still to be read. It only works out again what the file says, so it is no act of anybody's.
 */
export async function readOn(ctx: Context, importId: string, budgetMs: number): Promise<number> {
	const found = await findImport(ctx.db, importId);
	if (!found || found.landing || found.drop) return 0;
	const units = await listImportUnits(ctx, found.import.unitId);
	const until = performance.now() + budgetMs;
	for (let left = found.unread; ;) {
		const rows = await listRows(ctx.db, importId, { state: 'unread', most: slice });
		if (rows.length === 0) return 0;
		const read = await readRows(ctx, found.import, units, rows);
		left -= rows.length;
		await ctx.db.batch([
			updateReadings(ctx.db, importId, read),
			...(rows.length < slice || left <= 0 ? compareRows(ctx.db, importId, found.import.ledger) : [])
		]);
		await pause();
		if (performance.now() >= until) return Math.max(0, (await findImport(ctx.db, importId))?.unread ?? 0);
	}
}

type DraftRefusal = 'import-unknown' | 'not-your-unit' | 'import-closed';
const closed = { 'refusal:import-closed': 'import-closed' } as const;

async function findDraft(ctx: Context, importId: string): Promise<Result<{ found: ShownImport }, DraftRefusal>> {
	const found = await findImport(ctx.db, importId);
	if (!found) return { ok: false, refusal: 'import-unknown' };
	if (!(await mayActFor(ctx, found.import.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return found.landing || found.drop ? { ok: false, refusal: 'import-closed' } : { ok: true, found };
}

export interface SetColumnsCommand {
	id: string;
	importId: string;
	columns: (LedgerColumn | null)[];
	year: number | null;
	villageId: string | null;
	calendar: Calendar | null;
}

/** Says which column is which, and what holds for rows that do not say it: every row is read again. */
export async function setImportColumns(
	ctx: Context,
	{ id, importId, columns, year, villageId, calendar }: SetColumnsCommand
): Promise<Result<object, DraftRefusal | 'columns-twice'>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const named = columns.filter((column) => column !== null);
	if (new Set(named).size < named.length) return { ok: false, refusal: 'columns-twice' };
	const { headings } = draft.found.import;
	const change = { columns: headings.map((_, at) => columns[at] ?? null), year, villageId, calendar };
	return put(
		ctx,
		{ ...actOn(id, 'setImportColumns', draft.found), detail: { columns: change.columns, year, calendar } },
		[updateImport(ctx.db, importId, change), updateAllUnread(ctx.db, importId)],
		closed
	);
}

const actOn = (id: string, verb: string, { import: { id: importId, unitId } }: ShownImport) => ({
	...{ id, verb, subject: { type: 'import', id: importId }, unitId }
});

type Mended = Partial<Record<LedgerColumn, string>>;

/** Puts the texts of one row right, in place: it is read again. What was typed is kept sealed, like the row. */
export async function mendImportRow(
	ctx: Context,
	{ id, importId, nth, texts }: { id: string; importId: string; nth: number; texts: Mended }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const row = await findRow(ctx.db, importId, nth);
	if (!row || row.skip !== null) return { ok: false, refusal: 'import-unknown' };
	return mend(ctx, draft.found, id, [{ ...row, mended: texts }]);
}

/** Rows opened in one go before somebody else gets their turn. */
const openedAtOnce = 1000;

/**
 * Gives every row that is wrong in a column, and has the same text there, another one: an unknown village in hundreds of rows is named once.
 * Out: how many rows that were.
 */
export async function mendAlike(
	ctx: Context,
	{ id, importId, column, from, to }: { id: string; importId: string; column: LedgerColumn; from: string; to: string }
): Promise<Result<{ rows: number }, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const alike = [];
	for (let after = 0; ;) {
		const rows = await listRows(ctx.db, importId, { state: 'wrong', after, most: openedAtOnce });
		for (const row of rows) {
			const isWrongHere = row.faults.some((fault) => fault.column === column);
			const text = textsOf(draft.found.import, openRowText(ctx, row))[column] ?? '';
			if (isWrongHere && text.trim() === from.trim()) alike.push({ ...row, mended: { [column]: to } });
		}
		if (rows.length < openedAtOnce) break;
		after = rows.at(-1)!.nth;
		await pause();
	}
	const written = await mend(ctx, draft.found, id, alike);
	return written.ok ? { ok: true, rows: alike.length } : written;
}

async function mend(
	ctx: Context,
	found: ShownImport,
	id: string,
	rows: readonly { nth: number; recordId: string; textSealed: string; mended: Mended }[]
) {
	const changed = rows.map(({ nth, recordId, textSealed, mended }) => {
		const text = openRowText(ctx, { recordId, textSealed });
		return { nth, textSealed: sealRowText(ctx, recordId, { ...text, mended: { ...text.mended, ...mended } }) };
	});
	const columns = [...new Set(rows.flatMap(({ mended }) => Object.keys(mended)))];
	return put(
		ctx,
		{ ...actOn(id, 'mendImport', found), detail: { rows: rows.length, columns } },
		updateTexts(ctx.db, found.import.id, changed),
		closed
	);
}

/** Says of a row, or of all rows in a state, to take it or to leave it out; null: takes back what was said. */
export async function decideImportRows(
	ctx: Context,
	{
		id,
		importId,
		which,
		decision
	}: { id: string; importId: string; which: { nth: number } | { state: RowState }; decision: RowDecision | null }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	return put(
		ctx,
		{ ...actOn(id, 'decideImport', draft.found), detail: { ...which, decision } },
		[updateDecision(ctx.db, importId, which, decision), ...compareRows(ctx.db, importId, draft.found.import.ledger)],
		closed
	);
}

/** Nobody wants this draft: it is not written, and its texts go at once. Twice is once. */
export async function dropImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return (await hasLanded(ctx.db, { id, subjectId: importId })) ? { ok: true } : draft;
	return put(
		ctx,
		actOn(id, 'dropImport', draft.found),
		[insertDrop(ctx.db, { importId, ...stampOf(ctx) }), eraseTexts(ctx.db, importId)],
		{ ...closed, 'import_drops.import_id': 'import-closed' }
	);
}

export type LandRefusal = DraftRefusal | 'import-not-ready' | 'import-outdated' | 'month-has-complaints-in-file';

/**
 * Writes all new rows of a draft as records, in one write, all or nothing, and lets its texts go. The rules of the town hold as for what is typed
 * in: where one of them, or another's record, now stands in the way, nothing is written and every row is read again (`import-outdated`).
 */
export async function landImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, LandRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return (await hasLanded(ctx.db, { id, subjectId: importId })) ? { ok: true } : draft;
	const { found } = draft;
	const { ledger } = found.import;
	const counts = await countRows(ctx.db, importId);
	if (!canLand(counts)) return { ok: false, refusal: 'import-not-ready' };
	const stamp = stampOf(ctx);
	const records = counts.new ?? 0;
	const written = await put(
		ctx,
		{ ...actOn(id, 'landImport', found), detail: { ledger, records } },
		[
			insertLanding(ctx.db, { importId, records, ...stamp }),
			...(ledger === 'signups' ? await landSignups(ctx, importId) : landRows(ctx.db, ledger, { importId, ...stamp })),
			insertImportRecords(ctx.db, importId, ledger),
			eraseTexts(ctx.db, importId)
		],
		{
			...closed,
			'import_landings.import_id': 'import-closed',
			'refusal:import-not-ready': 'import-not-ready',
			'refusal:month-has-complaints': 'month-has-complaints-in-file',
			'refusal:month-checked-zero': 'month-has-complaints-in-file',
			'refusal:': 'import-outdated',
			'UNIQUE constraint': 'import-outdated',
			'FOREIGN KEY': 'import-outdated'
		} as const
	);
	if (!written.ok && written.refusal === 'import-outdated') await ctx.db.batch([updateAllUnread(ctx.db, importId)]);
	return written;
}

/** Each party takes the next place in its line, as when it is typed in from paper. */
async function landSignups(ctx: Context, importId: string): Promise<Statements> {
	const rows = await listRows(ctx.db, importId, { state: 'new', most: mostRows.signups });
	return rows.flatMap(({ record }) => {
		const { signup, companions, helper } = JSON.parse(record!) as SignupRecord;
		return [
			insertSignup(ctx.db, { ...signup, ...stampOf(ctx) }),
			...insertCompanions(ctx.db, companions),
			...(helper ? [insertHelper(ctx.db, helper)] : [])
		];
	});
}

export interface UndoImportCommand {
	id: string;
	importId: string;
	reason: string;
	/** What somebody has worked on since is kept; else it stands in the way. */
	keepsWorkedOn: boolean;
}

/**
 * Takes all records of an import out of every list and figure again, in one write: each is marked as removed, by whom and why, and stays readable.
 * Records that somebody has worked on since (an act on them is in the audit trail) stop it, or are kept if the command says so.
 */
export async function undoImport(
	ctx: Context,
	{ id, importId, reason, keepsWorkedOn }: UndoImportCommand
): Promise<
	Result<object, 'import-unknown' | 'not-your-unit' | 'import-not-landed' | 'import-worked-on' | 'slot-closed'>
> {
	const found = await findImport(ctx.db, importId);
	if (!found) return { ok: false, refusal: 'import-unknown' };
	if (!(await mayActFor(ctx, found.import.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (!found.landing) return { ok: false, refusal: 'import-not-landed' };
	if (found.undo) return { ok: true };
	const { ledger } = found.import;
	const { workedOn, untouched } = await countWorkedOn(ctx.db, importId, ledger);
	if (workedOn > 0 && !keepsWorkedOn) return { ok: false, refusal: 'import-worked-on' };
	const stamp = stampOf(ctx);
	const undo = { importId, reason, ...stamp };
	return put(
		ctx,
		{ ...actOn(id, 'undoImport', found), detail: { ledger, removed: untouched, kept: workedOn }, reason },
		[
			insertUndo(ctx.db, { ...undo, removed: untouched, kept: workedOn }),
			...(ledger === 'signups' ? await withdrawAll(ctx, importId, id) : removeImported(ctx.db, ledger, undo))
		],
		{ 'refusal:slot-closed': 'slot-closed', 'import_undos.import_id': 'import-not-landed' } as const
	);
}

async function withdrawAll(ctx: Context, importId: string, actId: string): Promise<Statements> {
	const signups = await listUntouchedSignups(ctx.db, importId);
	const { at, byId } = stampOf(ctx);
	const slots = [...new Set(signups.map(({ slotId }) => slotId))];
	return [
		...signups.map((signup) => insertWithdrawal(ctx.db, signup.id, at, byId)),
		...slots.flatMap((slotId) => promoteWaitlist(ctx.db, slotId, actId, at))
	];
}

const dayMs = 24 * 3600 * 1000;

/** Drops drafts that nobody finished within thirty days, and erases their texts: by the software alone. Out: how many. */
export async function dropOldDrafts(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const old = await listOldDrafts(ctx.db, ctx.now() - draftDays * dayMs, 500);
	for (const { id: importId, unitId } of old)
		await put(
			ctx,
			{ id: ctx.newId(), verb: 'dropImport', subject: { type: 'import', id: importId }, unitId },
			[insertDrop(ctx.db, { importId, ...stampOf(ctx) }), eraseTexts(ctx.db, importId)],
			closed
		);
	return old.length;
}
