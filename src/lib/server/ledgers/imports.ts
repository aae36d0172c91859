import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { sayCalendar } from '$lib/domain/birthdays/birth-text';
import type { Calendar } from '$lib/domain/birthdays/elder';
import { canLand, draftDays, mostRows, type RowDecision, type RowState } from '$lib/domain/ledgers/import';
import { recognizeColumns, type Ledger, type LedgerColumn } from '$lib/domain/ledgers/ledger';
import { findLedgerUnit } from '$lib/domain/ledgers/ledger-unit';
import { chooseSheet, readLedgerTable } from '$lib/domain/ledgers/ledger-table';
import type { Result } from '$lib/domain/result';
import { isVillageLevel } from '$lib/domain/units/unit';
import type { Context } from '../context';
import { hasLanded } from '$lib/server/db/audit/audit';
import { insertImportRecords, landRows } from '$lib/server/db/ledgers/import-commits';
import { confirmWaiting, countWaiting } from '$lib/server/db/ledgers/import-confirmations';
import { countWorkedOn, listUntouchedSignups, removeImported } from '$lib/server/db/ledgers/import-undos';
import {
	compareRows,
	countRows,
	eraseTexts,
	findImport,
	insertDrop,
	insertImport,
	insertImportRows,
	insertLanding,
	insertUndo,
	listOldDrafts,
	listRows,
	listRowsAt,
	updateAllUnread,
	updateDecision,
	updateImport,
	updateReadings,
	updateTexts,
	type ShownImport
} from '$lib/server/db/ledgers/imports';
import { insertCompanions, insertHelper, insertSignup, insertWithdrawal } from '$lib/server/db/signups/signups';
import { promoteWaitlist } from '$lib/server/db/signups/waitlist';
import { listImportUnits, openRowText, readRows, sealRowText, textsOf } from './import-reading';
import type { SignupRecord } from './import-signups';
import { recordAct, stampOf, type Statements } from '../record-act';
import { mayActFor, scopeOf } from '../people/rights';
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
	const columns = recognizeColumns(ledger, table.headings);
	const rows = [];
	for (const { nth, cells, spread, skip } of table.lines) {
		const recordId = ctx.newId();
		rows.push({ nth, recordId, textSealed: sealRowText(ctx, recordId, { cells, spread, mended: {} }), skip });
		if (rows.length % 500 === 0) await pause();
	}
	const written = await recordAct(
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
				id,
				ledger,
				unitId,
				villageId: village,
				year: table.year,
				is1904: file.is1904,
				sheet: sheet.name,
				calendar: sayCalendar(table.headings[columns.indexOf('birth')] ?? ''),
				fileNameSealed: ctx.keys.seal(fileName.slice(0, 200), 'imports.file-name', id),
				fileHash: createHash('sha256').update(bytes).digest('base64url'),
				headings: table.headings,
				columns,
				dropped: table.dropped,
				...stampOf(ctx)
			}),
			...insertImportRows(ctx.db, id, rows)
		]
	);
	return written;
}

/** Rows read before other requests get their turn. */
const slice = 400;

/**
 * Reads on in a draft for about so many milliseconds, some hundreds of rows at a time, so that other requests do not
 * wait. The next reader of its page, in any process, goes on. Out: how many rows are still to be read. It only works
 * out again what the file says, so it is no act and has no actor.
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

/** Sets which column is which, and what holds for rows that do not say it: every row is read again. */
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
	return recordAct(
		ctx,
		{ ...actOn(id, 'setImportColumns', draft.found), detail: { columns: change.columns, year, calendar } },
		[updateImport(ctx.db, importId, change), updateAllUnread(ctx.db, importId)],
		closed
	);
}

const actOn = (id: string, verb: string, { import: { id: importId, unitId } }: ShownImport) => ({
	id,
	verb,
	subject: { type: 'import', id: importId },
	unitId
});

type Mended = Partial<Record<LedgerColumn, string>>;

export interface MendCommand {
	id: string;
	importId: string;
	/** Rows with the texts they are to have, by column. */
	rows?: readonly { nth: number; texts: Mended }[];
	/**
	 * Replaces the text `from` by `to` in every row that is wrong in the column and has it there: an unknown village
	 * is named once.
	 */
	alike?: readonly { column: LedgerColumn; from: string; to: string }[];
	/** Rows to leave out. */
	leave?: readonly number[];
}

/**
 * Corrects rows in place; they are read again. What was typed is kept sealed, like the rows. Out: how many rows were
 * changed.
 */
export async function mendImport(
	ctx: Context,
	{ id, importId, rows = [], alike = [], leave = [] }: MendCommand
): Promise<Result<{ rows: number }, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const { found } = draft;
	const texts = new Map(rows.map(({ nth, texts }) => [nth, texts]));
	if (alike.length > 0)
		for (const { nth, mended } of await findAlike(ctx, found, alike)) texts.set(nth, { ...mended, ...texts.get(nth) });
	const changed = [];
	for (const row of await listRowsAt(ctx.db, importId, [...texts.keys()])) {
		if (row.skip !== null) continue;
		const text = openRowText(ctx, row);
		const mended = { ...text.mended, ...texts.get(row.nth) };
		changed.push({ nth: row.nth, textSealed: sealRowText(ctx, row.recordId, { ...text, mended }) });
		if (changed.length % openedAtOnce === 0) await pause();
	}
	const columns = [...new Set([...texts.values()].flatMap((mended) => Object.keys(mended)))];
	const written = await recordAct(
		ctx,
		{ ...actOn(id, 'mendImport', found), detail: { rows: changed.length, columns, leftOut: leave.length } },
		[...updateTexts(ctx.db, importId, changed), ...decide(ctx, found, { leave })],
		closed
	);
	return written.ok ? { ok: true, rows: changed.length } : written;
}

/** Rows opened in one go before other requests get their turn. */
const openedAtOnce = 1000;

async function findAlike(ctx: Context, found: ShownImport, alike: NonNullable<MendCommand['alike']>) {
	const same = [];
	for (let after = 0; ;) {
		const rows = await listRows(ctx.db, found.import.id, { state: 'wrong', after, most: openedAtOnce });
		for (const row of rows) {
			const texts = textsOf(found.import, openRowText(ctx, row));
			const fit = alike.filter(
				({ column, from }) =>
					row.faults.some((fault) => fault.column === column) && (texts[column] ?? '').trim() === from.trim()
			);
			if (fit.length > 0)
				same.push({ nth: row.nth, mended: Object.fromEntries(fit.map(({ column, to }) => [column, to])) as Mended });
		}
		if (rows.length < openedAtOnce) return same;
		after = rows.at(-1)!.nth;
		await pause();
	}
}

/** Which rows to take though they are like others, which to leave out, and of which to take back what was said; or all of a state. */
export type RowDecisions =
	| { take?: readonly number[]; leave?: readonly number[]; ask?: readonly number[] }
	| { state: RowState; decision: RowDecision | null };

/** Records what a cadre decided about rows. */
export async function decideImportRows(
	ctx: Context,
	{ id, importId, decisions }: { id: string; importId: string; decisions: RowDecisions }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const detail = 'state' in decisions ? decisions : countOf(decisions);
	return recordAct(
		ctx,
		{ ...actOn(id, 'decideImport', draft.found), detail },
		decide(ctx, draft.found, decisions),
		closed
	);
}

const countOf = ({ take = [], leave = [], ask = [] }: Exclude<RowDecisions, { state: RowState }>) => ({
	taken: take.length,
	leftOut: leave.length,
	askedAgain: ask.length
});

function decide(ctx: Context, { import: { id, ledger } }: ShownImport, decisions: RowDecisions): Statements {
	const said =
		'state' in decisions
			? [updateDecision(ctx.db, id, { state: decisions.state }, decisions.decision)]
			: (
					[
						['take', decisions.take],
						['leave', decisions.leave],
						[null, decisions.ask]
					] as const
				).flatMap(([decision, nths = []]) => (nths.length > 0 ? [updateDecision(ctx.db, id, { nths }, decision)] : []));
	return said.length > 0 ? [...said, ...compareRows(ctx.db, id, ledger)] : [];
}

/** Drops a draft: it is not written, and its texts are erased at once. A second time changes nothing. */
export async function dropImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return (await hasLanded(ctx.db, { id, subjectId: importId })) ? { ok: true } : draft;
	return recordAct(
		ctx,
		actOn(id, 'dropImport', draft.found),
		[insertDrop(ctx.db, { importId, ...stampOf(ctx) }), eraseTexts(ctx.db, importId)],
		{ ...closed, 'import_drops.import_id': 'import-closed' }
	);
}

export type LandRefusal = DraftRefusal | 'import-not-ready' | 'import-outdated' | 'month-contradicts-file';

/**
 * Writes all new rows of a draft as records, in one write, all or none, and erases its texts. The rules of the town
 * hold as for what is typed in. Where one of them, or another record, now refuses a row, nothing is written and every
 * row is read again (`import-outdated`).
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
	const written = await recordAct(
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
			'refusal:month-has-records': 'month-contradicts-file',
			'refusal:month-checked-zero': 'month-contradicts-file',
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
	/** Keeps records that were worked on since; else they stop the undo. */
	keepsWorkedOn: boolean;
}

/**
 * Takes all records of an import out of every list and figure again, in one write: each is marked as removed, by whom
 * and why, and stays readable. Records that were worked on since (an act on them is in the audit trail) stop it, or
 * are kept if the command says so.
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
	return recordAct(
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

/**
 * Confirms, as the second person, every dissuasion of an import that waits. The account that recorded a dissuasion
 * cannot confirm it, so its own are passed over. Out: how many were confirmed.
 */
export async function confirmImported(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<{ confirmed: number }, 'import-unknown' | 'not-your-unit' | 'import-not-landed'>> {
	const found = await findImport(ctx.db, importId);
	if (!found) return { ok: false, refusal: 'import-unknown' };
	const { byId } = stampOf(ctx);
	if (byId === null || !(await mayActFor(ctx, found.import.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (!found.landing) return { ok: false, refusal: 'import-not-landed' };
	const confirmed = (await countWaiting(ctx.db, importId, byId)).others;
	const written = await recordAct(ctx, { ...actOn(id, 'confirmImported', found), detail: { confirmed } }, [
		confirmWaiting(ctx.db, importId, { at: ctx.now(), byId })
	]);
	return written.ok ? { ok: true, confirmed } : written;
}

const dayMs = 24 * 3600 * 1000;

/**
 * Drops drafts that were not finished within thirty days, and erases their texts: by the software alone. Out: how
 * many.
 */
export async function dropOldDrafts(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const old = await listOldDrafts(ctx.db, ctx.now() - draftDays * dayMs, 500);
	for (const { id: importId, unitId } of old)
		await recordAct(
			ctx,
			{ id: ctx.newId(), verb: 'dropImport', subject: { type: 'import', id: importId }, unitId },
			[insertDrop(ctx.db, { importId, ...stampOf(ctx) }), eraseTexts(ctx.db, importId)],
			closed
		);
	return old.length;
}
