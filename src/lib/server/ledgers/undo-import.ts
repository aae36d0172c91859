import type { Result } from '$lib/domain/result';
import { aside } from '$lib/server/db/aside';
import { countWorkedOn } from '$lib/server/db/ledgers/imported-records';
import { insertProgress } from '$lib/server/db/ledgers/import-progress';
import { insertUndo } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { findAnswer, recordAct, stampOf } from '../record-act';
import { actOn, findOwnImport } from './draft';
import { createPace } from './slices';
import { nextRecords, undoingOf, undoSlice } from './undo-slices';

export interface UndoImportCommand {
	id: string;
	importId: string;
	reason: string;
	/** Keeps records that were worked on since; else they stop the undo. */
	keepsWorkedOn: boolean;
}

export type UndoRefusal =
	| 'import-unknown'
	| 'not-your-unit'
	| 'import-not-landed'
	| 'import-undone'
	| 'import-under-way'
	| 'import-worked-on'
	| 'slot-closed';

/**
 * Begins to take all records of an import out of every list and figure again: each is marked as removed, by whom and why, and stays readable.
 * Records that were worked on since (an act on them is in the audit trail) stop it, or are kept if the command says so. A short import is undone
 * as a whole; of a longer one the first slice, and `workOn` undoes the others. What is worked on meanwhile is kept.
 */
export async function undoImport(
	ctx: Context,
	{ id, importId, reason, keepsWorkedOn }: UndoImportCommand
): Promise<Result<object, UndoRefusal>> {
	const own = await findOwnImport(ctx, importId);
	if (!own.ok) return own;
	if (own.found.undo) {
		const answered = await findAnswer(ctx, { id, verb: 'undoImport', subjectId: importId });
		return answered ?? { ok: false, refusal: own.found.progress ? 'import-under-way' : 'import-undone' };
	}
	if (!own.found.landing) return { ok: false, refusal: 'import-not-landed' };
	if (own.found.progress) return { ok: false, refusal: 'import-under-way' };
	const { ledger } = own.found.import;
	const counts = await countWorkedOn(aside(ctx.db), importId, undoingOf(ledger).workedOn);
	if (counts.workedOn > 0 && !keepsWorkedOn) return { ok: false, refusal: 'import-worked-on' };
	const detail = { ledger, removed: counts.untouched, kept: counts.workedOn };
	const undo = { reason, ...stampOf(ctx) };
	const { ids: _, ...slice } = await nextRecords(ctx, own.found.import, { after: '', rows: createPace().rows() });
	return recordAct(
		ctx,
		{ ...actOn(id, 'undoImport', own.found), detail, reason },
		[
			insertUndo(ctx.db, { importId, ...undo, removed: 0, kept: 0 }),
			insertProgress(ctx.db, importId, id),
			...(await undoSlice(ctx, own.found.import, { ...undo, slice, actId: id }))
		],
		{
			'refusal:slot-closed': 'slot-closed',
			'refusal:import-not-landed': 'import-under-way',
			'import_undos.import_id': 'import-under-way'
		} as const
	);
}
