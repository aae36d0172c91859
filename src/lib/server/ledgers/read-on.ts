import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import { giveWay } from '$lib/server/db/give-way';
import { listRows, updateReadings, type ImportRow } from '$lib/server/db/ledgers/import-rows';
import { findImport, type Import } from '$lib/server/db/ledgers/imports';
import { compareRows } from '$lib/server/db/ledgers/row-comparison';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { isOpen, writeToDraft } from './draft';
import { readRows } from './read-rows';
import { listImportUnits, type ImportUnits } from './row-units';
import { createPace, untilFree } from './slices';

/**
 * Reads all rows of a draft that are unread, slice by slice; others get their turn in between. It only works out again what the file says, so it is no act
 * and has no actor. Several processes may read one draft at once: what a row becomes is the same, and a row that was
 * changed meanwhile is read again. A reading that is cut off leaves the rest unread for the next one.
 */
export async function readOn(ctx: Context, importId: string): Promise<void> {
	const pace = createPace();
	let units: ImportUnits | null = null;
	for (let isCompared = true; ;) {
		const found = await findImport(ctx.db, importId);
		if (!found || !isOpen(found)) return;
		const rows = pace.rows();
		const unread = await listRows(ctx.db, importId, { state: 'unread', most: rows + 1 });
		if (unread.length === 0 && isCompared) return;
		const { import: imported } = found;
		const known = (units ??= await listImportUnits(ctx, imported.unitId));
		// The last slice compares in the same batch, so that no draft is ever complete and not compared.
		isCompared = unread.length <= rows;
		const more = isCompared ? comparison(ctx, imported) : [];
		await pace.time(async () =>
			keep(ctx, importId, [...(await readSlice(ctx, imported, known, unread.slice(0, rows))), ...more])
		);
		await giveWay();
	}
}

async function readSlice(
	ctx: Context,
	imported: Import,
	units: ImportUnits,
	rows: readonly ImportRow[]
): Promise<Statements> {
	if (rows.length === 0) return [];
	return [updateReadings(ctx.db, imported.id, await readRows(ctx, imported, units, rows))];
}

const comparison = (ctx: Context, { id, ledger }: Import) =>
	compareRows(ctx.db, id, ledgerDefinitions[ledger].nearDays);

/** Writes what was read. A draft that was committed or dropped meanwhile takes no reading. */
async function keep(ctx: Context, importId: string, statements: Statements): Promise<void> {
	await untilFree(() => writeToDraft(ctx, importId, statements));
}
