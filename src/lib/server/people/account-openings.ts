import { randomInt } from 'node:crypto';
import { actorId, type Role } from '$lib/domain/people/actor';
import type { Context } from '../context';
import { insertAccount } from '$lib/server/db/people/accounts';
import { findUnit } from '$lib/server/db/units/units';
import { hashPassword, makeOneTimePassword } from './passwords';
import { mayAdminister } from './rights';
import type { Handed } from './account-acts';
import { writeAct } from '../record-act';

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
