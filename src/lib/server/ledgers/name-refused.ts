import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import type { CellFault } from '$lib/domain/ledgers/row-faults';
import { isBlank } from '$lib/domain/ledgers/sheets/blank-cells.js';
import { giveWay } from '$lib/server/db/give-way';
import { insertProgress, type Slice } from '$lib/server/db/ledgers/import-progress';
import { listRowsAt, updateRefused } from '$lib/server/db/ledgers/import-rows';
import type { Import } from '$lib/server/db/ledgers/imports';
import type { Stamp } from '$lib/server/db/ledgers/landing';
import type { Context } from '../context';
import { writeToDraft } from './draft';
import { landSlice, lineRefusals, nextLines } from './landing-slices';
import { openRowText, textsOf } from './row-text';

/** The first line of a slice with which it is refused, and why; null: the slice can be written. It is found by halves, and nothing is written. */
async function findRefused(ctx: Context, imported: Import, slice: Slice & { lines: number[] }, stamp: Stamp) {
	/** Why the lines between two places in the slice are refused. */
	const refusalOf = async (from: number, to: number) => {
		const after = from === 0 ? slice.after : String(slice.lines[from - 1]);
		const part = { ...slice, after, to: String(slice.lines[to - 1]) };
		const statements = [
			insertProgress(ctx.db, imported.id, '', after),
			...(await landSlice(ctx, imported, part, stamp))
		];
		const tried = await ctx.writer.tryOut(statements, lineRefusals);
		return tried.ok ? null : String(tried.refusal);
	};
	let refusal = await refusalOf(0, slice.lines.length);
	if (refusal === null) return null;
	let [fine, refused] = [0, slice.lines.length];
	while (refused - fine > 1) {
		const middle = Math.floor((fine + refused) / 2);
		const found = await refusalOf(0, middle);
		if (found === null) fine = middle;
		else [refused, refusal] = [middle, found];
		await giveWay();
	}
	return { nth: slice.lines[refused - 1]!, rule: refusal };
}

/** So many lines are named at once: each costs some tries. */
const mostNamed = 50;

/**
 * Marks the lines as wrong that are refused when they are to be written though they were read as fine, each with the rule that refuses it, so that
 * the others can be written. Out: how many there are.
 */
export async function nameRefused(ctx: Context, imported: Import, stamp: Stamp): Promise<number> {
	let named = 0;
	for (let after: string | null = ''; after !== null && named < mostNamed;) {
		const slice = await nextLines(ctx, imported, { after, rows: 200 });
		const refused = slice.lines.length === 0 ? null : await findRefused(ctx, imported, slice, stamp);
		if (refused === null) after = slice.to;
		else if (!(await markRefused(ctx, imported, refused))) return named;
		else named++;
	}
	return named;
}

/** The fault lies at the row's day: most rules are of one. */
async function markRefused(ctx: Context, imported: Import, { nth, rule }: { nth: number; rule: string }) {
	const { dayOfUnit, required } = ledgerDefinitions[imported.ledger];
	const [row] = await listRowsAt(ctx.db, imported.id, [nth]);
	const texts = textsOf(imported, openRowText(ctx, row!));
	const column = dayOfUnit.find((one) => !isBlank(texts[one] ?? '')) ?? required[0]!;
	const fault: CellFault = { column, fault: 'rule-refused', rule };
	return writeToDraft(ctx, imported.id, [updateRefused(ctx.db, imported.id, nth, fault)]);
}
