import { judgePassword, type PasswordFault } from '$lib/domain/people/password';
import type { Result } from '$lib/domain/result';
import type { Context } from '../context';
import { findAccount, updatePassword } from '$lib/server/db/people/accounts';
import { deleteOtherSessions } from '$lib/server/db/people/sessions';
import { admitAttempt, updateAttemptSucceeded } from '$lib/server/db/people/sign-in-attempts';
import { hashPassword, verifyPassword } from './passwords';
import { hashToken } from './sessions';
import { attemptName } from './sign-in';
import { findAnswer, writeAct, type Statements } from '../record-act';

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
): Promise<
	Result<
		object,
		| 'not-signed-in'
		| 'wrong-password'
		| 'locked-out'
		| 'password-unchanged'
		| 'form-sent-already'
		| 'form-stale'
		| PasswordFault
	>
> {
	const account = ctx.actor.kind === 'account' ? await findAccount(ctx.db, ctx.actor.accountId) : null;
	if (!account || account.closedAt !== null) return { ok: false, refusal: 'not-signed-in' };

	const { unitId, username, passwordHash } = account;
	// No digest is kept of a password: a form that was sent before is judged by the password in force, as an attempt like others.
	const answered = await findAnswer(ctx, { id, verb: 'changePassword', subjectId: account.id });
	const fault = answered ? null : faultOf(currentPassword, newPassword, username);
	if (fault) return { ok: false, refusal: fault };
	const attemptId = ctx.newId();
	if (!(await admitAttempt(ctx.db, { id: attemptId, name: attemptName(ctx, username), at: ctx.now() }))) {
		return { ok: false, refusal: 'locked-out' };
	}
	if (answered) {
		if (!(await verifyPassword(newPassword, passwordHash))) return { ok: false, refusal: 'form-sent-already' };
		await updateAttemptSucceeded(ctx.db, attemptId);
		return answered;
	}
	if (!(await verifyPassword(currentPassword, passwordHash))) return { ok: false, refusal: 'wrong-password' };

	return writeAccountAct(ctx, { id, verb: 'changePassword', accountId: account.id, unitId }, [
		updatePassword(ctx.db, account.id, await hashPassword(newPassword), false),
		deleteOtherSessions(ctx.db, account.id, hashToken(token)),
		updateAttemptSucceeded(ctx.db, attemptId)
	]);
}

const faultOf = (current: string, wanted: string, username: string) =>
	current === wanted ? 'password-unchanged' : judgePassword(wanted, username);

/** Writes an act on an account. No rule refuses it, only an id that was used for something else before. */
export async function writeAccountAct(
	ctx: Context,
	{ id, verb, accountId, unitId }: { id: string; verb: string; accountId: string; unitId: string },
	statements: Statements
): Promise<Result<{ replayed: boolean }, 'form-stale'>> {
	const act = { id, verb, subject: { type: 'account', id: accountId }, unitId };
	return writeAct(ctx, act, statements);
}
