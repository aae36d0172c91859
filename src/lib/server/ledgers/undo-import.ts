import type { Result } from '$lib/domain/result';
import { countWorkedOn, untouched } from '$lib/server/db/ledgers/imported-records';
import { insertUndo } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, findOwnImport } from './draft';
import { ledgerServices } from './ledger-services';

export interface UndoImportCommand {
	id: string;
	importId: string;
	reason: string;
	/** Keeps records that were worked on since; else they stop the undo. */
	keepsWorkedOn: boolean;
}

export type UndoRefusal = 'import-unknown' | 'not-your-unit' | 'import-not-landed' | 'import-worked-on' | 'slot-closed';

/**
 * Takes all records of an import out of every list and figure again, in one write: each is marked as removed, by whom
 * and why, and stays readable. Records that were worked on since (an act on them is in the audit trail) stop it, or
 * are kept if the command says so.
 */
export async function undoImport(
	ctx: Context,
	{ id, importId, reason, keepsWorkedOn }: UndoImportCommand
): Promise<Result<object, UndoRefusal>> {
	const own = await findOwnImport(ctx, importId);
	if (!own.ok) return own;
	if (!own.found.landing) return { ok: false, refusal: 'import-not-landed' };
	if (own.found.undo) return { ok: true };
	const { ledger } = own.found.import;
	const service = ledgerServices[ledger];
	const counts = await countWorkedOn(ctx.db, importId, service.workedOn);
	if (counts.workedOn > 0 && !keepsWorkedOn) return { ok: false, refusal: 'import-worked-on' };
	const outcome = { removed: counts.untouched, kept: counts.workedOn };
	const undo = { importId, reason, ...stampOf(ctx) };
	const removed = await service.remove(ctx, { ...undo, actId: id, ids: untouched(importId, service.workedOn) });
	return recordAct(
		ctx,
		{ ...actOn(id, 'undoImport', own.found), detail: { ledger, ...outcome }, reason },
		[insertUndo(ctx.db, { ...undo, ...outcome }), ...removed],
		{ 'refusal:slot-closed': 'slot-closed', 'import_undos.import_id': 'import-not-landed' } as const
	);
}
