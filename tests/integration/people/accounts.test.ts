import { describe, expect, test } from 'vitest';
import { closeAccount, resetPassword } from '../../../src/lib/server/people/account-acts';
import { openAccount } from '../../../src/lib/server/people/account-openings';
import { findAccount, findAccountByUsername } from '../../../src/lib/server/db/people/accounts';
import { findActor } from '../../../src/lib/server/people/sessions';
import { town, signedIn, tryLiu, refused, failLiu, freshTown } from './account-town';

freshTown();

describe('opening an account', () => {
	const wang = () => ({
		id: town.ctx.newId(),
		username: 'wang',
		name: '王测试',
		role: 'cadre' as const,
		unitId: town.units.zhongba
	});

	test('makes a one-time password that signs in and has to be changed', async () => {
		const command = wang();
		const opened = await openAccount(town.as('zhou'), command);
		if (!opened.ok) throw new Error(opened.refusal);
		expect(opened.oneTimePassword).toMatch(/^[a-hj-km-np-z]{4}-[2-9]{4}-[a-hj-km-np-z]{4}-[2-9]{4}$/);
		const { token, mustChangePassword } = await signedIn(opened.oneTimePassword!, 'wang');
		expect(mustChangePassword).toBe(true);
		expect((await findActor(town.ctx, token))?.actor).toMatchObject({ role: 'cadre', unitId: town.units.zhongba });
	});

	test('keeps the name sealed and the password out of the audit trail', async () => {
		const command = wang();
		const opened = await openAccount(town.as('zhou'), command);
		const account = await findAccount(town.ctx.db, command.id);
		expect(account?.nameSealed).not.toContain('王');
		expect(town.ctx.keys.open(account!.nameSealed, 'accounts.name', command.id)).toBe('王测试');
		const { rows } = await town.ctx.db.$client.execute('select * from audit_entries');
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({
			verb: 'openAccount',
			actor_id: town.accounts.zhou.id,
			unit_id: town.units.zhongba
		});
		expect(JSON.stringify(rows)).not.toContain(opened.ok && opened.oneTimePassword);
		expect(JSON.stringify(rows)).not.toContain('王');
	});

	test('sent twice, opens one account, and does not show the password again', async () => {
		const command = wang();
		const first = await openAccount(town.as('zhou'), command);
		expect(await openAccount(town.as('zhou'), command)).toEqual({ ok: true, oneTimePassword: null });
		expect(await tryLiu(first.ok ? first.oneTimePassword! : '', 'wang')).toMatchObject({ ok: true });
	});

	test('refuses a user name that is taken, also by a closed account', async () => {
		expect(await openAccount(town.as('zhou'), { ...wang(), username: 'he' })).toEqual(refused('username-taken'));
		await closeAccount(town.as('zhou'), { id: town.ctx.newId(), accountId: town.accounts.he.id });
		expect(await openAccount(town.as('zhou'), { ...wang(), username: 'he' })).toEqual(refused('username-taken'));
	});

	test.each(['liu', 'mei'] as const)('is for administrators: %s is refused', async (name) => {
		const command = { ...wang(), unitId: town.units.sanxing };
		expect(await openAccount(town.as(name), command)).toEqual(refused('not-your-unit'));
		expect(await findAccountByUsername(town.ctx.db, 'wang')).toBeNull();
	});

	test('a first password is set by the software alone', async () => {
		await expect(openAccount(town.as('zhou'), { ...wang(), password: 'x' })).rejects.toThrow();
		expect(await openAccount(town.ctx, { ...wang(), password: 'demo2026demo' })).toEqual({
			ok: true,
			oneTimePassword: null
		});
		expect(await signedIn('demo2026demo', 'wang')).toMatchObject({ mustChangePassword: false });
	});
});

describe('a new one-time password', () => {
	const reset = (accountId: string, as: 'zhou' | 'liu' = 'zhou', id = town.ctx.newId()) =>
		resetPassword(town.as(as), { id, accountId });

	test('replaces the old one, ends the sessions and lifts a lock', async () => {
		const { token } = await signedIn();
		town.clock.advance(1000);
		await failLiu(5);
		const given = await reset(town.accounts.liu.id);
		if (!given.ok) throw new Error(given.refusal);
		expect(await findActor(town.ctx, token)).toBeNull();
		expect(await tryLiu()).toEqual(refused('wrong-sign-in'));
		expect(await signedIn(given.oneTimePassword!)).toMatchObject({ mustChangePassword: true });
	});

	test('asked for twice with the same form, stays the one that was shown', async () => {
		const id = town.ctx.newId();
		const first = await reset(town.accounts.liu.id, 'zhou', id);
		expect(await reset(town.accounts.liu.id, 'zhou', id)).toEqual({ ok: true, oneTimePassword: null });
		expect(await tryLiu(first.ok ? first.oneTimePassword! : '')).toMatchObject({ ok: true });
	});

	test('is not for one’s own account, for a closed or an unknown one, nor given by a cadre', async () => {
		expect(await reset(town.accounts.zhou.id)).toEqual(refused('own-account'));
		expect(await reset(town.ctx.newId())).toEqual(refused('account-unknown'));
		expect(await reset(town.accounts.tang.id, 'liu')).toEqual(refused('not-your-unit'));
		await closeAccount(town.as('zhou'), { id: town.ctx.newId(), accountId: town.accounts.liu.id });
		expect(await reset(town.accounts.liu.id)).toEqual(refused('account-closed'));
	});
});

describe('closing an account', () => {
	const close = (accountId: string, as: 'zhou' | 'liu' = 'zhou', id = town.ctx.newId()) =>
		closeAccount(town.as(as), { id, accountId });

	test('keeps it from signing in, with words that tell nothing', async () => {
		expect(await close(town.accounts.liu.id)).toMatchObject({ ok: true });
		expect(await tryLiu()).toEqual(refused('wrong-sign-in'));
	});

	test('is refused for one’s own account, a second time, and to a cadre', async () => {
		expect(await close(town.accounts.zhou.id)).toEqual(refused('own-account'));
		expect(await close(town.accounts.tang.id, 'liu')).toEqual(refused('not-your-unit'));
		const id = town.ctx.newId();
		expect(await close(town.accounts.liu.id, 'zhou', id)).toMatchObject({ ok: true });
		expect(await close(town.accounts.liu.id, 'zhou', id)).toMatchObject({ ok: true });
		expect(await close(town.accounts.liu.id)).toEqual(refused('account-closed'));
	});
});
