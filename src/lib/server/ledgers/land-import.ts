import { canLand } from '$lib/domain/ledgers/import';
import type { Result } from '$lib/domain/result';
import { hasLanded } from '$lib/server/db/landed-acts';
import { countRows, updateAllUnread } from '$lib/server/db/ledgers/import-rows';
import { insertProgress } from '$lib/server/db/ledgers/import-progress';
import { insertLanding, isOutdated, type ShownImport } from '$lib/server/db/ledgers/imports';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, findDraft, writeToDraft, type DraftRefusal } from './draft';
import { landSlice, nextLines, refusals, tryLines } from './landing-slices';
import { nameRefused } from './name-refused';
import { readOn } from './read-on';
import { createPace } from './slices';

export type LandRefusal = DraftRefusal | 'import-not-ready' | 'import-outdated' | 'month-contradicts-file';

/**
 * Begins to write the new rows of a draft as records.
 *
 * Rows are compared again first if anything was recorded since the last time. The cadre is asked only if that changes what would be written
 * (`import-outdated`). Then every row is tried before the first is written. If a rule or another record refuses one, nothing is written, and
 * all rows are to be read again (`import-outdated`). A short file is written as a whole. Of a longer one the first slice is written, and
 * `workOn` writes the others.
 */
export async function landImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, LandRefusal>> {
	const { byId } = stampOf(ctx);
	for (let attempt = 1; ; attempt++) {
		const draft = await findDraft(ctx, importId);
		if (!draft.ok) return (await hasLanded(ctx, { id, subjectId: importId })) ? { ok: true } : draft;
		if (byId === null) return { ok: false, refusal: 'not-your-unit' };
		const counts = await countRows(ctx.db, importId);
		if (!canLand(counts)) return { ok: false, refusal: attempt === 1 ? 'import-not-ready' : 'import-outdated' };
		const records = counts.new ?? 0;
		const landed = await landOrRefuse(ctx, draft.found, { id, records, byId });
		if (landed.ok) return landed;
		if (landed.refusal === 'month-contradicts-file') return nameThem(ctx, draft.found, byId, landed.refusal);
		if (landed.refusal !== 'import-outdated') return landed;
		// Another cadre has written or dropped it meanwhile: then the draft is looked at again, and it says so.
		if (!(await writeToDraft(ctx, importId, updateAllUnread(ctx.db, importId)))) continue;
		await readOn(ctx, importId);
		if (attempt === mostAttempts) return nameThem(ctx, draft.found, byId, landed.refusal);
		if ((await countRows(ctx.db, importId)).new !== records) return landed;
	}
}

/** Refused for what some lines say: these are marked, and the others are held up by them no more. */
async function nameThem<R extends LandRefusal>(
	ctx: Context,
	{ import: imported }: ShownImport,
	byId: string,
	refusal: R
) {
	await nameRefused(ctx, imported, { at: ctx.now(), byId });
	return { ok: false, refusal } as const;
}

/** So often rows are compared again because someone recorded something meanwhile, before the cadre is asked to look at them. */
const mostAttempts = 3;

async function landOrRefuse(
	ctx: Context,
	found: ShownImport,
	command: { id: string; records: number; byId: string }
): Promise<Result<object, LandRefusal>> {
	if (await isOutdated(ctx.db, found.import.id)) return { ok: false, refusal: 'import-outdated' };
	return land(ctx, found, command);
}

async function land(
	ctx: Context,
	found: ShownImport,
	{ id, records, byId }: { id: string; records: number; byId: string }
): Promise<Result<object, LandRefusal>> {
	const { import: imported } = found;
	const pace = createPace();
	const slice = await nextLines(ctx, imported, { after: '', rows: pace.rows() });
	const tried = await tryLines(ctx, imported, { after: slice.to, stamp: { at: ctx.now(), byId }, pace });
	if (!tried.ok) return tried;
	const stamp = { at: ctx.now(), byId };
	return recordAct(
		ctx,
		{ ...actOn(id, 'landImport', found), detail: { ledger: imported.ledger, records } },
		[
			insertLanding(ctx.db, { importId: imported.id, records, ...stamp }),
			insertProgress(ctx.db, imported.id, id),
			...(await landSlice(ctx, imported, slice, stamp))
		],
		refusals
	);
}
