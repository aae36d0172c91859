import type { Result } from '$lib/domain/result';
import { confirmWaiting, countWaiting } from '$lib/server/db/ledgers/import-confirmations';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, findOwnImport } from './draft';

/**
 * Confirms, as the second person, every dissuasion of an import that waits. The account that recorded a dissuasion
 * cannot confirm it, so its own are passed over. Out: how many were confirmed.
 */
export async function confirmImported(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<Result<{ confirmed: number }, 'import-unknown' | 'not-your-unit' | 'import-not-landed'>> {
	const own = await findOwnImport(ctx, importId);
	if (!own.ok) return own;
	const { at, byId } = stampOf(ctx);
	if (byId === null) return { ok: false, refusal: 'not-your-unit' };
	if (!own.found.landing) return { ok: false, refusal: 'import-not-landed' };
	const confirmed = (await countWaiting(ctx.db, importId, byId)).others;
	const written = await recordAct(ctx, { ...actOn(id, 'confirmImported', own.found), detail: { confirmed } }, [
		confirmWaiting(ctx.db, importId, { at, byId })
	]);
	return written.ok ? { ok: true, confirmed } : written;
}
