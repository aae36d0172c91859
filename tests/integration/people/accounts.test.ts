import { describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import { openAccount } from '../../../src/lib/server/people/account-openings';
import { findAccount, findAccountByUsername } from '../../../src/lib/server/db/people/accounts';
import { findActor } from '../../../src/lib/server/people/sessions';
import { town, signedIn, tryLiu, refused, freshTown } from './account-town';

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
