import { yearOf } from '$lib/domain/calendar/calendar';
import type { RowState } from '$lib/domain/ledgers/import';
import { readRow } from '$lib/domain/ledgers/ledger-row';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { isBlank } from '$lib/domain/ledgers/sheets/blank-cells.js';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { aside } from '$lib/server/db/aside';
import { countWaiting, listKeepingOut } from '$lib/server/db/ledgers/import-confirmations';
import { listRefusals } from '$lib/server/db/ledgers/import-progress';
import { countNewLines, listRowsAt, type ImportRow } from '$lib/server/db/ledgers/import-rows';
import { countWorkedOn, listWorkedOn } from '$lib/server/db/ledgers/imported-records';
import type { Import, ShownImport } from '$lib/server/db/ledgers/imports';
import { countRecords } from '$lib/server/db/ledgers/undoing';
import type { Context } from '../context';
import type { ShownCell, ShownRecord } from './ledger-service';
import { openReading } from './import-reading';
import { ledgerServices } from './ledger-services';
import { openRowText, textsOf } from './row-text';
import { dayOfRow, findRowUnit, listImportUnits, nameIn, nowOf, type ImportUnits } from './row-units';

export interface ShownRow {
	nth: number;
	state: ImportRow['state'];
	skip: ImportRow['skip'];
	/** The file hides it or strikes it through. */
	mark: ImportRow['mark'];
	isMended: boolean;
	/** Another row or a record says the same, and the ledger can hold it only once. */
	isSame: boolean;
	decision: ImportRow['decision'];
	faults: CellFault[];
	cells: ShownCell[];
}

/** What the cells of a draft are read by. */
interface Draft {
	ctx: Context;
	imported: Import;
	reading: Awaited<ReturnType<typeof openReading>>;
	units: ImportUnits;
}

/** Opens a draft for its page, which shows rows of it in several places. */
export async function openDraft(ctx: Context, imported: Import): Promise<Draft> {
	const [reading, units] = await Promise.all([openReading(ctx, imported), listImportUnits(ctx, imported.unitId)]);
	return { ctx, imported, reading, units };
}

/** Rows of a draft in clear, for the cadre who decides them. */
export function showRows(draft: Draft, rows: readonly ImportRow[]): ShownRow[] {
	return rows.map((row) => {
		const { nth, state, skip, mark, isMended, decision, likeness, recordLikeness } = row;
		const isSame = likeness === 'same' || recordLikeness === 'same';
		return {
			nth,
			state,
			skip,
			mark,
			isMended,
			decision,
			isSame,
			faults: faultsOf(draft.imported, row),
			cells: showCells(draft, row)
		};
	});
}

/**
 * What is wrong with a row. One that was taken though it can be there only once has to differ in one of these columns.
 */
export function faultsOf({ ledger }: Pick<Import, 'ledger'>, { state, reading, faults }: ImportRow): CellFault[] {
	if (state !== 'wrong' || reading !== 'fine') return faults;
	const [column, ...others] = ledgerDefinitions[ledger].apart;
	return [{ column: column!, fault: 'once-only', with: others }];
}

function showCells({ ctx, imported, reading, units }: Draft, row: ImportRow): ShownCell[] {
	const text = openRowText(ctx, row);
	// A line that is no row shows its texts, whichever columns they are in.
	const written = row.skip === null ? [] : text.cells.filter((one) => one.trim()).slice(0, 4);
	if (written.length > 0) return [{ column: 'note', text: written.join(' · '), value: null }];
	const texts = textsOf(imported, text);
	const { values } = readRow(imported.ledger, texts, { ...reading.of(row.nth), isBirth: () => true });
	const place = { unnamed: reading.villageOf(row.nth), day: dayOfRow(imported, values, ctx.today()) };
	const village = (texts.village ?? '').trim();
	const unit = village === '' ? null : findRowUnit(imported, units, texts, place);
	const named =
		unit && 'unitId' in unit
			? nameIn(units, isBlank(texts.group ?? '') ? unit.unitId : unit.villageId, place.day)
			: null;
	const now = unit && 'villageId' in unit && unit.villageId ? nowOf(units, unit.villageId, village) : null;
	const inferred = ledgerServices[imported.ledger].infer?.(values) ?? {};
	return ledgerDefinitions[imported.ledger].columns.flatMap((column): ShownCell[] => {
		const cell = (texts[column] ?? '').trim();
		const meant = isBlank(cell) ? (inferred[column] ?? null) : null;
		if (meant !== null) return [{ column, text: cell, value: meant, isInferred: true }];
		if (cell === '') return [];
		if (column === 'village') return [{ column, text: cell, value: named, ...(now && { now }) }];
		return [{ column, text: cell, value: values[column] ?? null }];
	});
}

/** What a row is like, side by side: an earlier line of the file, or what is recorded, as its texts and its page. */
export interface Likened extends ShownRecord {
	nth: number | null;
}

/** For each of these rows what it is the same as or like, in their order. */
export async function findLikened(draft: Draft, rows: readonly ImportRow[]): Promise<(Likened | null)[]> {
	const { ctx, imported } = draft;
	const nths = rows.flatMap(({ likeNth }) => (likeNth === null ? [] : [likeNth]));
	const others = showRows(draft, await listRowsAt(ctx.db, imported.id, nths));
	return Promise.all(
		rows.map(async ({ likeNth, likeRecordId }) => {
			const line = others.find(({ nth }) => nth === likeNth);
			if (line) return { nth: line.nth, href: null, cells: line.cells };
			const record = likeRecordId === null ? null : await ledgerServices[imported.ledger].show(ctx, likeRecordId);
			return record && { nth: null, ...record };
		})
	);
}

/** The years a file's dates may be of: those the town can have ledgers of, the newest first. */
export function yearsOf(ctx: Context): number[] {
	const newest = yearOf(ctx.today()) + 1;
	return Array.from({ length: 12 }, (_, back) => newest - back);
}

/** How much of an import is still to be read, committed or undone, and how much there is in all; null: nothing is under way. */
export async function readWork(
	ctx: Context,
	{ import: { id, ledger }, undo, progress }: ShownImport,
	counts: Partial<Record<RowState, number>>
): Promise<{ left: number; all: number } | null> {
	const db = aside(ctx.db);
	if (progress && !undo) {
		const left = await countNewLines(db, id, Number(progress.reached));
		return { left, all: counts.new ?? 0 };
	}
	if (progress) return countRecords(db, ledgerDefinitions[ledger].record, { importId: id, after: progress.reached });
	if (!counts.unread) return null;
	return { left: counts.unread, all: Object.values(counts).reduce((sum, count) => sum + count, 0) };
}

/** Records and lines named on the page of an import that was written. */
const named = 20;

/**
 * What can still be done with an import that was committed: the records that were worked on since, and how many
 * dissuasions wait for a second person. `refusals`: lines that were refused. `keepingOut`: what was checked as zero, and how many
 * dissuasions it keeps from being confirmed.
 */
export async function readLanded(ctx: Context, { id, ledger }: Import) {
	const { workedOn } = ledgerServices[ledger];
	// Each record of the import is looked at, of which there may be many thousands.
	const db = aside(ctx.db);
	const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : '';
	const [counts, touched, waiting, refusals, keepingOut] = await Promise.all([
		countWorkedOn(db, id, workedOn),
		listWorkedOn(db, id, workedOn, named),
		countWaiting(db, id, accountId),
		listRefusals(ctx.db, id, named),
		listKeepingOut(db, id, named)
	]);
	const { show } = ledgerServices[ledger];
	const shown = await Promise.all(touched.map(async (one) => ({ ...one, shown: await show(ctx, one.recordId) })));
	return { workedOn: counts.workedOn, touched: shown, waiting, refusals, keepingOut };
}
