import type { Result } from '$lib/domain/result';
import { aside } from '$lib/server/db/aside';
import { confirmWaiting, listWaiting } from '$lib/server/db/ledgers/import-confirmations';
import type { Context } from '../context';
import { recordAct, stampOf } from '../record-act';
import { actOn, findOwnImport } from './draft';

/** Dissuasions that are confirmed at once. Others write between. */
const together = 100;

/**
 * Confirms, as the second person, every dissuasion of an import that waits. The account that recorded a dissuasion cannot confirm it, so its own
 * are passed over. Where it is cut off, the rest still waits. Out: how many were confirmed.
 */
export async function confirmImported(
	ctx: Context,
	{ id, importId }: { id: string; importId: string }
): Promise<
	Result<{ confirmed: number }, 'import-unknown' | 'not-your-unit' | 'import-not-landed' | 'import-under-way'>
> {
	const own = await findOwnImport(ctx, importId);
	if (!own.ok) return own;
	const { at, byId } = stampOf(ctx);
	if (byId === null) return { ok: false, refusal: 'not-your-unit' };
	if (!own.found.landing) return { ok: false, refusal: 'import-not-landed' };
	if (own.found.progress) return { ok: false, refusal: 'import-under-way' };
	const ids = await listWaiting(aside(ctx.db), importId, byId);
	const confirm = (from: number) => [confirmWaiting(ctx.db, importId, ids.slice(from, from + together), { at, byId })];
	const act = { ...actOn(id, 'confirmImported', own.found), detail: { confirmed: ids.length } };
	const written = await recordAct(ctx, act, confirm(0));
	if (!written.ok) return written;
	for (let from = together; from < ids.length; from += together) await ctx.writer.goOn(id, confirm(from));
	return { ok: true, confirmed: ids.length };
}
