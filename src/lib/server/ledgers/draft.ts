import type { Result } from '$lib/domain/result';
import { findImport, type ShownImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { mayActFor } from '../people/rights';
import type { Statements } from '../record-act';

export type DraftRefusal = 'import-unknown' | 'not-your-unit' | 'import-closed';

/** What the database says of a draft that was written or dropped meanwhile. */
export const closed = { 'refusal:import-closed': 'import-closed' } as const;

/** An import that the actor may act on. */
export async function findOwnImport(
	ctx: Context,
	importId: string
): Promise<Result<{ found: ShownImport }, 'import-unknown' | 'not-your-unit'>> {
	const found = await findImport(ctx.db, importId);
	if (!found) return { ok: false, refusal: 'import-unknown' };
	if (!(await mayActFor(ctx, found.import.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return { ok: true, found };
}

/** One that is still a draft. */
export async function findDraft(ctx: Context, importId: string): Promise<Result<{ found: ShownImport }, DraftRefusal>> {
	const own = await findOwnImport(ctx, importId);
	if (!own.ok) return own;
	return isOpen(own.found) ? own : { ok: false, refusal: 'import-closed' };
}

/** Whether an import is still a draft: neither written nor dropped. */
export const isOpen = ({ landing, drop }: ShownImport): boolean => landing === null && drop === null;

/**
 * Writes what was worked out about a draft. It is no act and has no actor. Out: false where another cadre has written or dropped the draft
 * meanwhile, and nothing was written.
 */
export async function writeToDraft(ctx: Context, importId: string, [first, ...others]: Statements): Promise<boolean> {
	try {
		if (first) await ctx.db.batch([first, ...others]);
		return true;
	} catch (fault) {
		const now = await findImport(ctx.db, importId);
		if (now && isOpen(now)) throw fault;
		return false;
	}
}

/** An act on an import. */
export const actOn = (id: string, verb: string, { import: { id: importId, unitId } }: ShownImport) => ({
	id,
	verb,
	subject: { type: 'import', id: importId },
	unitId
});
