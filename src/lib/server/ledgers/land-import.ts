import { canLand } from '$lib/domain/ledgers/import';
import { ledgerDefinitions } from '$lib/domain/ledgers/ledgers';
import type { Result } from '$lib/domain/result';
import { hasLanded } from '$lib/server/db/landed-acts';
import { countRows, eraseTexts, updateAllUnread } from '$lib/server/db/ledgers/import-rows';
import { insertImportRecords } from '$lib/server/db/ledgers/imported-records';
import { insertLanding } from '$lib/server/db/ledgers/imports';
import { recordId } from '$lib/server/db/ledgers/landing';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, closed, findDraft, type DraftRefusal } from './draft';
import { ledgerServices } from './ledger-services';

export type LandRefusal = DraftRefusal | 'import-not-ready' | 'import-outdated' | 'month-contradicts-file';

const refusals = {
	...closed,
	'import_landings.import_id': 'import-closed',
	'refusal:import-not-ready': 'import-not-ready',
	'refusal:month-has-records': 'month-contradicts-file',
	'refusal:month-checked-zero': 'month-contradicts-file',
	'refusal:': 'import-outdated',
	'UNIQUE constraint': 'import-outdated',
	'FOREIGN KEY': 'import-outdated'
} as const;

/**
 * Writes all new rows of a draft as records, in one write, all or none, and erases its texts. The rules of the town
 * hold as for what is typed in. Where one of them, or another record, now refuses a row, nothing is written and every
 * row is to be read again (`import-outdated`).
 */
export async function landImport(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<object, LandRefusal>> {
	const draft = await findDraft(ctx, importId);
	if (!draft.ok) return (await hasLanded(ctx.db, { id, subjectId: importId })) ? { ok: true } : draft;
	const { ledger } = draft.found.import;
	const { at, byId } = stampOf(ctx);
	if (byId === null) return { ok: false, refusal: 'not-your-unit' };
	const counts = await countRows(ctx.db, importId);
	if (!canLand(counts)) return { ok: false, refusal: 'import-not-ready' };
	const records = counts.new ?? 0;
	const service = ledgerServices[ledger];
	const written = await recordAct(
		ctx,
		{ ...actOn(id, 'landImport', draft.found), detail: { ledger, records } },
		[
			insertLanding(ctx.db, { importId, records, at, byId }),
			...(await service.land(ctx, importId, { at, byId })),
			insertImportRecords(ctx.db, {
				importId,
				recordType: ledgerDefinitions[ledger].record,
				recordId: service.recordId ?? recordId
			}),
			eraseTexts(ctx.db, importId)
		],
		refusals
	);
	if (!written.ok && written.refusal === 'import-outdated') await ctx.db.batch([updateAllUnread(ctx.db, importId)]);
	// Twenty thousand new rows may make another index the better one.
	if (written.ok) await ctx.db.$client.optimize();
	return written;
}
