import { randomInt } from 'node:crypto';
import { actorId, type Actor, type Role } from '$lib/domain/people/actor';
import { judgePassword, type PasswordFault } from '$lib/domain/people/password';
import type { Result } from '$lib/domain/result';
import { foldUsername } from '$lib/domain/people/username';
import { actAs, type Context } from '../context';
import {
	findAccount,
	findAccountByUsername,
	insertAccount,
	insertAccountClosure,
	updatePassword,
	type Account
} from '$lib/server/db/people/accounts';
import { hasLanded } from '$lib/server/db/audit/audit';
import { deleteOtherSessions, deleteSessionsOf } from '$lib/server/db/people/sessions';
import {
	admitAttempt,
	deleteAttempts,
	deleteAttemptsBefore,
	updateAttemptSucceeded
} from '$lib/server/db/people/sign-in-attempts';
import { findUnit } from '$lib/server/db/units/units';
import { hashPassword, makeOneTimePassword, verifyPassword } from './passwords';
import { mayAdminister } from './rights';
import { endSession, hashToken, startSession } from './sessions';
import { writeAct, type Statements } from '../record-act';

export interface SignInCommand {
	username: string;
	password: string;
}

export interface SignedIn {
	/** For the cookie. */
	token: string;
	/** When the session ends if it is not used, ms UTC. */
	expiresAt: number;
	role: Role;
	mustChangePassword: boolean;
}

/**
 * Starts a session for the right name and password.
 * The attempt is counted before the password is looked at; names that do not exist take the same time and lock alike.
 */
export async function signIn(
	ctx: Context,
	{ username: typed, password }: SignInCommand
): Promise<Result<SignedIn, 'wrong-sign-in' | 'locked-out'>> {
	const username = foldUsername(typed);
	const account = await findAccountByUsername(ctx.db, username);
	const attemptId = ctx.newId();
	if (!(await admitAttempt(ctx.db, { id: attemptId, name: attemptName(ctx, username), at: ctx.now() }))) {
		return { ok: false, refusal: 'locked-out' };
	}
	const isRight = await verifyPassword(password, account?.passwordHash ?? null);
	if (!isRight || !account || account.closedAt !== null) return { ok: false, refusal: 'wrong-sign-in' };

	const session = await startSession(actAs(ctx, actorOf(account)), account, [
		updateAttemptSucceeded(ctx.db, attemptId)
	]);
	return { ok: true, ...session, role: account.role, mustChangePassword: account.mustChangePassword };
}

/** Ends the session with this token. */
export async function signOut(ctx: Context, { token }: { token: string }): Promise<void> {
	await endSession(ctx, token);
}

export interface ChangePasswordCommand {
	id: string;
	currentPassword: string;
	newPassword: string;
	/** The session that stays; all others of the account end. */
	token: string;
}

/** Gives the actor's own account another password. */
export async function changePassword(
	ctx: Context,
	{ id, currentPassword, newPassword, token }: ChangePasswordCommand
): Promise<Result<object, 'not-signed-in' | 'wrong-password' | 'locked-out' | 'password-unchanged' | PasswordFault>> {
	const account = ctx.actor.kind === 'account' ? await findAccount(ctx.db, ctx.actor.accountId) : null;
	if (!account || account.closedAt !== null) return { ok: false, refusal: 'not-signed-in' };

	const { unitId, username, passwordHash } = account;
	if (await hasLanded(ctx.db, { id, subjectId: account.id })) return { ok: true };

	const fault = currentPassword === newPassword ? 'password-unchanged' : judgePassword(newPassword, username);
	if (fault) return { ok: false, refusal: fault };
	const attemptId = ctx.newId();
	if (!(await admitAttempt(ctx.db, { id: attemptId, name: attemptName(ctx, username), at: ctx.now() }))) {
		return { ok: false, refusal: 'locked-out' };
	}
	if (!(await verifyPassword(currentPassword, passwordHash))) return { ok: false, refusal: 'wrong-password' };

	return writeNow(ctx, { id, verb: 'changePassword', accountId: account.id, unitId }, [
		updatePassword(ctx.db, account.id, await hashPassword(newPassword), false),
		deleteOtherSessions(ctx.db, account.id, hashToken(token)),
		updateAttemptSucceeded(ctx.db, attemptId)
	]);
}

export interface OpenAccountCommand {
	/** Of the account and of the act. */
	id: string;
	username: string;
	name: string;
	role: Role;
	unitId: string;
	/** Set by the software alone (the demo's accounts); else a one-time password is made. */
	password?: string;
}

/** `oneTimePassword` is shown once: null when the same act had landed before. */
type Handed<R extends string> = Result<{ oneTimePassword: string | null }, R>;

/**
 * Opens an account. Its password is made here, to be told or handed over on paper, and has to be changed at the first
 * sign-in.
 */
export async function openAccount(
	ctx: Context,
	{ id, username, name, role, unitId, password }: OpenAccountCommand
): Promise<Handed<'not-your-unit' | 'unit-closed' | 'username-taken'>> {
	if (!(await mayAdminister(ctx, unitId))) return { ok: false, refusal: 'not-your-unit' };
	if ((await findUnit(ctx.db, unitId))?.validToOn) return { ok: false, refusal: 'unit-closed' };
	if (password !== undefined && ctx.actor.kind !== 'system') throw new Error('only the software sets a first password');
	const oneTimePassword = makeOneTimePassword(randomInt);
	const account = {
		id,
		username,
		nameSealed: ctx.keys.seal(name, 'accounts.name', id),
		role,
		unitId,
		passwordHash: await hashPassword(password ?? oneTimePassword),
		mustChangePassword: password === undefined,
		at: ctx.now(),
		byId: actorId(ctx.actor)
	};
	const written = await writeAct(
		ctx,
		{ id, verb: 'openAccount', subject: { type: 'account', id }, unitId, detail: { username, role } },
		[insertAccount(ctx.db, account)],
		{ 'accounts.username': 'username-taken' as const }
	);
	if (!written.ok) return written;
	return { ok: true, oneTimePassword: written.replayed || password !== undefined ? null : oneTimePassword };
}

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
): Promise<Handed<AccountActRefusal>> {
	const found = await findOther(ctx, accountId);
	if (!found.ok) return found;
	if (found.account.closedAt !== null) return { ok: false, refusal: 'account-closed' };
	const { unitId, username } = found.account;
	const oneTimePassword = makeOneTimePassword(randomInt);
	const { replayed } = await writeNow(ctx, { id, verb: 'resetPassword', accountId, unitId }, [
		updatePassword(ctx.db, accountId, await hashPassword(oneTimePassword), true),
		deleteSessionsOf(ctx.db, accountId),
		deleteAttempts(ctx.db, attemptName(ctx, username))
	]);
	return { ok: true, oneTimePassword: replayed ? null : oneTimePassword };
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

/** The key under which attempts on a name are counted. It hides a password that was typed into the wrong field. */
export function attemptName(ctx: Context, username: string): string {
	return ctx.keys.blindIndex(`username:${username}`);
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

/** Writes an act that nothing in the database can refuse. */
async function writeNow(
	ctx: Context,
	{ id, verb, accountId, unitId }: { id: string; verb: string; accountId: string; unitId: string },
	statements: Statements
): Promise<{ ok: true; replayed: boolean }> {
	const act = { id, verb, subject: { type: 'account', id: accountId }, unitId };
	const written = await writeAct(ctx, act, statements);
	if (!written.ok) throw new Error(`${verb} was refused`);
	return written;
}

function actorOf({ id, username, role, unitId, mustChangePassword }: Account): Actor {
	return { kind: 'account', accountId: id, username, role, unitId, mustChangePassword };
}

/** Attempts are kept for half a year (MLPS), then forgotten. */
export async function forgetOldAttempts(ctx: Context): Promise<void> {
	await deleteAttemptsBefore(ctx.db, ctx.now() - 183 * 24 * 3_600_000);
}
