import type { Actor, Role } from '$lib/domain/people/actor';
import type { Result } from '$lib/domain/result';
import { foldUsername } from '$lib/domain/people/username';
import { actAs, type Context } from '../context';
import { findAccountByUsername, type Account } from '$lib/server/db/people/accounts';
import { admitAttempt, deleteAttemptsBefore, updateAttemptSucceeded } from '$lib/server/db/people/sign-in-attempts';
import { verifyPassword } from './passwords';
import { endSession, startSession } from './sessions';

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

/** The key under which attempts on a name are counted. It hides a password that was typed into the wrong field. */
export function attemptName(ctx: Context, username: string): string {
	return ctx.keys.blindIndex(`username:${username}`);
}

function actorOf({ id, username, role, unitId, mustChangePassword }: Account): Actor {
	return { kind: 'account', accountId: id, username, role, unitId, mustChangePassword };
}

/** Attempts are kept for half a year (MLPS), then forgotten. */
export async function forgetOldAttempts(ctx: Context): Promise<void> {
	await deleteAttemptsBefore(ctx.db, ctx.now() - 183 * 24 * 3_600_000);
}
