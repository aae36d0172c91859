import type { RowFault } from '$lib/domain/ledgers/row-faults';
import type { RowTexts } from '$lib/domain/ledgers/ledger-row';
import type { LedgerColumn } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { giveWay } from '$lib/server/db/give-way';
import { listRows, listRowsAt, updateTexts, updateWrongUnread } from '$lib/server/db/ledgers/import-rows';
import type { ShownImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct } from '../record-act';
import { decisionsOf } from './decide-rows';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';
import { rememberWord } from './town-words';
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
	/** Cells that were asked about, and that a cadre says are right as they are. */
	sure?: readonly { nth: number; column: LedgerColumn }[];
	/** Questions of which a cadre says that the cell is right, in every row that is wrong by them. */
	sureOf?: readonly RowFault[];
	/** Words of the town, and the words of the software that they mean from now on. */
	remember?: readonly { column: LedgerColumn; word: string; means: string }[];
}

/**
 * Corrects rows in place; they are to be read again, and so are all others that are wrong: what was wrong with them may be mended elsewhere, such as
 * the beginning of a ledger or a village that was missing. What was typed is kept sealed, like the rows. A word that is to be remembered is explained
 * for every row of this file and of later ones. Out: how many rows were changed.
 */
export async function mendImport(
	ctx: Context,
	{ id, importId, rows = [], alike = [], leave = [], sure = [], sureOf = [], remember = [] }: MendCommand
): Promise<Result<{ rows: number }, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return draft;
	const { found } = draft;
	const changes = new Map<number, Change>();
	const change = (nth: number) => changes.get(nth) ?? changes.set(nth, { mended: {}, sure: [] }).get(nth)!;
	const everywhere = [...alike, ...remember.map(({ column, word, means }) => ({ column, from: word, to: means }))];
	const isEverywhere = everywhere.length > 0 || sureOf.length > 0;
	const same = isEverywhere ? await findAlike(ctx, found, { alike: everywhere, sureOf }) : [];
	for (const { nth, mended } of same) Object.assign(change(nth).mended, mended);
	for (const { nth, texts } of rows) Object.assign(change(nth).mended, texts);
	// What is right in every row is what was asked, not what a cell is changed to.
	for (const { nth, sure } of same) change(nth).sure.push(...sure.filter((of) => !(of in change(nth).mended)));
	for (const { nth, column } of sure) change(nth).sure.push(column);
	const changed = await mendTexts(ctx, importId, changes);
	const columns = [...new Set([...changes.values()].flatMap(({ mended }) => Object.keys(mended)))];
	const written = await recordAct(
		ctx,
		{ ...actOn(id, 'mendImport', found), detail: { rows: changed.length, columns, leftOut: leave.length } },
		[
			...updateTexts(ctx.db, importId, changed),
			...(await Promise.all(remember.map((word) => rememberWord(ctx, word)))).flat(),
			...decisionsOf(ctx, found, { leave }),
			updateWrongUnread(ctx.db, importId)
		],
		closed
	);
	return written.ok ? { ok: true, rows: changed.length } : written;
}

/** What changes in a row: texts by column, and columns that are right as they are. */
interface Change {
	mended: RowTexts;
	sure: LedgerColumn[];
}

/** Rows opened before others get their turn. */
const openedAtOnce = 1000;

/** The texts of rows with their changes, sealed. */
export async function mendTexts(ctx: Context, importId: string, changes: ReadonlyMap<number, Change>) {
	const changed = [];
	for (const row of await listRowsAt(ctx.db, importId, [...changes.keys()])) {
		if (row.skip !== null) continue;
		const text = openRowText(ctx, row);
		const change = changes.get(row.nth)!;
		const mended = { ...text.mended, ...change.mended };
		// A cell that was changed is read anew, with its own questions.
		const kept = (text.sure ?? []).filter((column) => !(column in change.mended));
		const sure = [...new Set([...kept, ...change.sure])];
		changed.push({ nth: row.nth, textSealed: sealRowText(ctx, row.recordId, { ...text, mended, sure }) });
		if (changed.length % openedAtOnce === 0) await giveWay();
	}
	return changed;
}

type Everywhere = Required<Pick<MendCommand, 'alike' | 'sureOf'>>;

/** What every wrong row gets: texts in place of the same text, and cells that are right as they are. */
async function findAlike(ctx: Context, found: ShownImport, { alike, sureOf }: Everywhere) {
	const same: (Change & { nth: number })[] = [];
	for (let after = 0; ;) {
		const rows = await listRows(ctx.db, found.import.id, { state: 'wrong', after, most: openedAtOnce });
		for (const row of rows) {
			const texts = alike.length > 0 ? textsOf(found.import, openRowText(ctx, row)) : {};
			const fit = alike.filter(
				({ column, from }) =>
					row.faults.some((fault) => fault.column === column) && (texts[column] ?? '').trim() === from.trim()
			);
			const mended: RowTexts = Object.fromEntries(fit.map(({ column, to }) => [column, to]));
			const sure = row.faults.filter(({ fault }) => sureOf.includes(fault)).map(({ column }) => column);
			if (fit.length + sure.length > 0) same.push({ nth: row.nth, mended, sure });
		}
		if (rows.length < openedAtOnce) return same;
		after = rows.at(-1)!.nth;
		await giveWay();
	}
}
