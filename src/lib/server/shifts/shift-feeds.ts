import { randomBytes } from 'node:crypto';
import type { Actor } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findFeedHolder, insertFeed, insertFeedRevocation, listShiftsSince } from '$lib/server/db/shifts/shift-feeds';
import { hashToken } from '../people/sessions';
import { writeAct } from '../record-act';

const month = 31 * 24 * 3_600_000;

/**
 * Makes a secret address of the own shifts; an earlier one ends in the same write.
 * Out: its token (192 bits), to be shown this once; null when the same act had landed before.
 */
export async function makeShiftFeed(
	ctx: Context,
	{ id }: { id: string }
): Promise<Result<{ token: string | null }, 'not-signed-in' | 'form-stale'>> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-signed-in' };
	const token = randomBytes(24).toString('base64url');
	const stamp = { accountId: actor.accountId, at: ctx.now(), byId: actor.accountId };
	const written = await writeAct(ctx, { ...act('makeShiftFeed', id, actor), at: stamp.at }, [
		insertFeedRevocation(ctx.db, stamp),
		insertFeed(ctx.db, { id, tokenHash: hashToken(token), ...stamp })
	]);
	if (!written.ok) return { ok: false, refusal: 'form-stale' };
	return { ok: true, token: written.replayed ? null : token };
}

/** Ends the own address, if there is one. */
export async function revokeShiftFeed(ctx: Context, { id }: { id: string }): Promise<Result<object, 'not-signed-in'>> {
	const { actor } = ctx;
	if (actor.kind !== 'account') return { ok: false, refusal: 'not-signed-in' };
	const stamp = { accountId: actor.accountId, at: ctx.now(), byId: actor.accountId };
	return writeAct(ctx, { ...act('revokeShiftFeed', id, actor), at: stamp.at }, [insertFeedRevocation(ctx.db, stamp)]);
}

/** The shifts behind a token, those of the last month too; null when it opens nothing (any longer). */
export async function readShiftFeed(ctx: Context, token: string) {
	const accountId = await findFeedHolder(ctx.db, hashToken(token));
	return accountId === null ? null : listShiftsSince(ctx.db, accountId, ctx.now() - month);
}

const act = (verb: string, id: string, actor: Extract<Actor, { kind: 'account' }>) => ({
	id,
	verb,
	subject: { type: 'account', id: actor.accountId },
	unitId: actor.unitId
});
