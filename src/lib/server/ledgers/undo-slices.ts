import { ledgerDefinitions, type Ledger } from '$lib/domain/ledgers/ledgers';
import { advance, type Slice, type Work } from '$lib/server/db/ledgers/import-progress';
import type { Import } from '$lib/server/db/ledgers/imports';
import {
	countKept,
	countUndone,
	listRecordIds,
	ofType,
	untouchedNow,
	type Undo,
	type Undoing
} from '$lib/server/db/ledgers/undoing';
import type { Context } from '../context';
import type { Statements } from '../record-act';
import { ledgerServices } from './ledger-services';
import type { Step } from './slices';

/** How the records of a ledger are undone. */
export function undoingOf(ledger: Ledger): Undoing {
	const { workedOn, inSlice = ofType(ledgerDefinitions[ledger].record) } = ledgerServices[ledger];
	return { workedOn, inSlice };
}

/** The next records of an import to be undone, so many of them. */
export async function nextRecords(
	{ db }: Context,
	{ id: importId, ledger }: Import,
	{ after, rows }: { after: string; rows: number }
): Promise<Slice & { ids: string[] }> {
	const { record, mostRows } = ledgerDefinitions[ledger];
	const most = ledgerServices[ledger].isWhole ? mostRows : rows;
	const ids = await listRecordIds(db, record, { importId, after, most: most + 1 });
	return { importId, after, to: ids.length > most ? ids[most - 1]! : null, ids: ids.slice(0, most) };
}

/** Takes the records of a slice out again, but for those that were worked on since. */
export async function undoSlice(
	ctx: Context,
	{ ledger }: Import,
	{ slice, ...undo }: Omit<Undo, 'ids'> & { actId: string }
): Promise<Statements> {
	const undoing = undoingOf(ledger);
	return [
		countUndone(ctx.db, slice, undoing),
		...(await ledgerServices[ledger].remove(ctx, { ...undo, slice, ids: untouchedNow(slice, undoing) })),
		advance(ctx.db, slice)
	];
}

/** The next slice of an undo. A record that a rule does not let go by now is kept. */
export async function nextToUndo(
	ctx: Context,
	{ import: imported, undo, progress }: Work,
	rows: number
): Promise<Step> {
	const { reason, at, byId } = undo!;
	const { ids, ...slice } = await nextRecords(ctx, imported, { after: progress.reached, rows });
	return {
		rows: ids.length,
		statements: await undoSlice(ctx, imported, { slice, reason, at, byId, actId: progress.actId }),
		without: () => [countKept(ctx.db, slice), advance(ctx.db, slice)]
	};
}
