// What an administrator does to the accounts of others.
import { randomInt } from 'node:crypto';
import { actorId } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findAccount, insertAccountClosure, updatePassword, type Account } from '$lib/server/db/people/accounts';
import { deleteSessionsOf } from '$lib/server/db/people/sessions';
import { deleteAttempts } from '$lib/server/db/people/sign-in-attempts';
import { hashPassword, makeOneTimePassword } from './passwords';
import { mayAdminister } from './rights';
import { writeAccountAct } from './accounts';
import { attemptName } from './sign-in';
import { writeAct } from '../record-act';

/** `oneTimePassword` is shown once: null when the same act had landed before. */
export type Handed<R extends string> = Result<{ oneTimePassword: string | null }, R>;

/** An act on an existing account; `id` is the act's. */
export interface AccountActCommand {
	id: string;
	accountId: string;
}

type AccountActRefusal = 'account-unknown' | 'not-your-unit' | 'own-account' | 'account-closed';

/** Makes a new one-time password for an account that has lost its own, ends its sessions and lifts a lock. */
export async function resetPassword(
	ctx: Context,
	{ id, accountId }: AccountActCommand
): Promise<Handed<AccountActRefusal | 'form-stale'>> {
	const found = await findOther(ctx, accountId);
	if (!found.ok) return found;
	if (found.account.closedAt !== null) return { ok: false, refusal: 'account-closed' };
	const { unitId, username } = found.account;
	const oneTimePassword = makeOneTimePassword(randomInt);
	const written = await writeAccountAct(ctx, { id, verb: 'resetPassword', accountId, unitId }, [
		updatePassword(ctx.db, accountId, await hashPassword(oneTimePassword), true),
		deleteSessionsOf(ctx.db, accountId),
		deleteAttempts(ctx.db, attemptName(ctx, username))
	]);
	if (!written.ok) return written;
	return { ok: true, oneTimePassword: written.replayed ? null : oneTimePassword };
}

/** Closes an account for good: its sessions end, it cannot sign in, its name stays on what it did. */
export async function closeAccount(
	ctx: Context,
	{ id, accountId }: AccountActCommand
): Promise<Result<object, AccountActRefusal>> {
	const found = await findOther(ctx, accountId);
	if (!found.ok) return found;
	const { unitId } = found.account;
	const closure = { accountId, at: ctx.now(), byId: actorId(ctx.actor) };
	return writeAct(
		ctx,
		{ id, verb: 'closeAccount', subject: { type: 'account', id: accountId }, unitId },
		[insertAccountClosure(ctx.db, closure)],
		{ 'account_closures.account_id': 'account-closed' as const }
	);
}

async function findOther(
	ctx: Context,
	accountId: string
): Promise<Result<{ account: Account }, 'account-unknown' | 'not-your-unit' | 'own-account'>> {
	const account = await findAccount(ctx.db, accountId);
	if (!account) return { ok: false, refusal: 'account-unknown' };
	if (!(await mayAdminister(ctx, account.unitId))) return { ok: false, refusal: 'not-your-unit' };
	if (actorId(ctx.actor) === accountId) return { ok: false, refusal: 'own-account' };
	return { ok: true, account };
}
