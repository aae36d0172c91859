import type { Context } from '../context';
import { insertFormerValues, listFormerValues } from '$lib/server/db/audit/former-values';
import type { Statements } from '../record-act';

/** Personal values of a record by field, as they were before a change. */
export type Former = Record<string, string | null>;

/**
 * Keeps, sealed, what a correction replaces of the personal values of a record: only the fields that it changes. Goes into the correction's
 * own batch. No statement where nothing of them changes.
 */
export function insertFormer(
	ctx: Context,
	{ actId, subjectId, before, after }: { actId: string; subjectId: string; before: Former; after: Former }
): Statements {
	const replaced = Object.entries(before).filter(([field, value]) => (after[field] ?? null) !== value);
	if (replaced.length === 0) return [];
	const valuesSealed = ctx.keys.seal(JSON.stringify(Object.fromEntries(replaced)), 'former-values', actId);
	return [insertFormerValues(ctx.db, { actId, subjectId, valuesSealed })];
}

/** What each correction of a record replaced, in clear, by its act. Mask it where the task does not need it. */
export async function readFormer(ctx: Context, subjectId: string): Promise<Map<string, Former>> {
	const sealed = await listFormerValues(ctx.db, subjectId);
	return new Map(
		[...sealed].map(([actId, values]) => [actId, JSON.parse(ctx.keys.open(values, 'former-values', actId)) as Former])
	);
}
