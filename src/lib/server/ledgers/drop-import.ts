import { draftDays } from '$lib/domain/ledgers/import';
import type { Result } from '$lib/domain/result';
import { hasLanded } from '$lib/server/db/landed-acts';
import { eraseTexts } from '$lib/server/db/ledgers/import-rows';
import { insertDrop, listOldDrafts } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';

/** Drops a draft: it is not written, and its texts are erased at once. A second time changes nothing. */
export async function dropImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, DraftRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return (await hasLanded(ctx, { id, subjectId: importId })) ? { ok: true } : draft;
	return recordAct(ctx, actOn(id, 'dropImport', draft.found), drop(ctx, importId), {
		...closed,
		'import_drops.import_id': 'import-closed'
	});
}

const drop = (ctx: Context, importId: string) => [
	insertDrop(ctx.db, { importId, ...stampOf(ctx) }),
	eraseTexts(ctx.db, importId)
];

const dayMs = 24 * 3600 * 1000;

/** Drops drafts that were not finished within thirty days, and erases their texts: by the software alone. Out: how many. */
export async function dropOldDrafts(ctx: Context): Promise<number> {
	if (ctx.actor.kind !== 'system') throw new Error('personal data is erased by the software alone');
	const old = await listOldDrafts(ctx.db, ctx.now() - draftDays * dayMs, 500);
	for (const { id: importId, unitId } of old)
		await recordAct(
			ctx,
			{ id: ctx.newId(), verb: 'dropImport', subject: { type: 'import', id: importId }, unitId },
			drop(ctx, importId),
			closed
		);
	return old.length;
}
