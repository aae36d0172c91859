import { actorId } from '$lib/domain/people/actor';
import { adviseBanquet } from '$lib/domain/banquets/banquet-advice';
import { maskName } from '$lib/domain/people/person-name';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { insertAcknowledgement } from '$lib/server/db/banquets/banquet-acts';
import { findBanquet } from '$lib/server/db/banquets/banquets';
import { listUnseenBanquets } from '$lib/server/db/banquets/early-notices';
import { recordAct } from '../record-act';
import { mayActFor, scopeOf } from '../people/rights';

/**
 * Banquets to come on which the village rule advises (an occasion it discourages, more tables, short notice) and which
 * the office has not looked at yet, in time for a talk. Hosts masked. Banquets that the reader recorded are left out.
 */
export async function readEarlyNotices(ctx: Context) {
	return (await listEarlyNotices(ctx)).map((notice) => withHost(ctx, notice));
}

/** The first of them, and how many there are. */
export async function readFirstNotices(ctx: Context, most: number) {
	const all = await listEarlyNotices(ctx);
	return { all: all.length, first: all.slice(0, most).map((notice) => withHost(ctx, notice)) };
}

async function listEarlyNotices(ctx: Context) {
	const accountId = actorId(ctx.actor) ?? '';
	const rows = await listUnseenBanquets(ctx.db, { scope: scopeOf(ctx), today: ctx.today(), accountId });
	return rows.map((row) => ({ ...row, advice: adviseBanquet(row) })).filter(({ advice }) => advice.length > 0);
}

type Notice = Awaited<ReturnType<typeof listEarlyNotices>>[number];

const withHost = (ctx: Context, { hostNameSealed, rule, advice, ...row }: Notice) => ({
	...row,
	host: maskName(ctx.keys.open(hostNameSealed, 'banquets.host-name', row.id)),
	rule: { noticeDays: rule.noticeDays, tablesPerMeal: rule.tablesPerMeal },
	advice
});

/** A member of staff of its unit has looked at a banquet: the early notice goes, until the household changes something. */
export async function acknowledgeBanquet(
	ctx: Context,
	{ id, banquetId }: { id: string; banquetId: string }
): Promise<Result<object, 'banquet-unknown' | 'not-your-unit'>> {
	const found = await findBanquet(ctx.db, banquetId);
	if (!found) return { ok: false, refusal: 'banquet-unknown' };
	const byId = actorId(ctx.actor);
	if (byId === null || !(await mayActFor(ctx, found.banquet.unitId))) return { ok: false, refusal: 'not-your-unit' };
	return recordAct(
		ctx,
		{ id, verb: 'acknowledgeBanquet', subject: { type: 'banquet', id: banquetId }, unitId: found.banquet.unitId },
		[insertAcknowledgement(ctx.db, { id, banquetId, at: ctx.now(), byId })]
	);
}
