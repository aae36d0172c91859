import { setImmediate as pause } from 'node:timers/promises';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { listRows, listRowsAt, updateTexts } from '$lib/server/db/ledgers/import-rows';
import type { ShownImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { decisionsOf } from './decide-rows';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';
import { openRowText, sealRowText, textsOf } from './row-text';

export interface MendCommand {
	id: string;
	importId: string;
	/** Rows with the texts they are to have, by column. */
	rows?: readonly { nth: number; texts: RowTexts }[];
	/**
	 * Replaces the text `from` by `to` in every row that is wrong in the column and has it there: an unknown village
	 * is named once.
	 */
	alike?: readonly { column: LedgerColumn; from: string; to: string }[];
	/** Rows to leave out. */
	leave?: readonly number[];
}

/**
 * Corrects rows in place; they are to be read again. What was typed is kept sealed, like the rows. Out: how many rows
 * were changed.
 */
export async function mendImport(
	ctx: Context,
	{ id, importId, rows = [], alike = [], leave = [] }: MendCommand
): Promise<Result<{ rows: number }, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const { found } = draft;
	const texts = new Map(rows.map((row) => [row.nth, row.texts]));
	if (alike.length > 0)
		for (const { nth, mended } of await findAlike(ctx, found, alike)) texts.set(nth, { ...mended, ...texts.get(nth) });
	const changed = await mendTexts(ctx, importId, texts);
	const columns = [...new Set([...texts.values()].flatMap((mended) => Object.keys(mended)))];
	const written = await recordAct(
		ctx,
		{ ...actOn(id, 'mendImport', found), detail: { rows: changed.length, columns, leftOut: leave.length } },
		[...updateTexts(ctx.db, importId, changed), ...decisionsOf(ctx, found, { leave })],
		closed
	);
	return written.ok ? { ok: true, rows: changed.length } : written;
}

/** Rows opened before others get their turn. */
const openedAtOnce = 1000;

async function mendTexts(ctx: Context, importId: string, texts: ReadonlyMap<number, RowTexts>) {
	const changed = [];
	for (const row of await listRowsAt(ctx.db, importId, [...texts.keys()])) {
		if (row.skip !== null) continue;
		const text = openRowText(ctx, row);
		const mended = { ...text.mended, ...texts.get(row.nth) };
		changed.push({ nth: row.nth, textSealed: sealRowText(ctx, row.recordId, { ...text, mended }) });
		if (changed.length % openedAtOnce === 0) await pause();
	}
	return changed;
}

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
			const mended: RowTexts = Object.fromEntries(fit.map(({ column, to }) => [column, to]));
			if (fit.length > 0) same.push({ nth: row.nth, mended });
		}
		if (rows.length < openedAtOnce) return same;
		after = rows.at(-1)!.nth;
		await pause();
	}
}
