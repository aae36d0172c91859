import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	changePassword,
	closeAccount,
	forgetOldAttempts,
	openAccount,
	resetPassword,
	signIn,
	signOut
} from '../../../src/lib/server/people/accounts';
import { findAccount, findAccountByUsername } from '../../../src/lib/server/db/people/accounts';
import { findActor } from '../../../src/lib/server/people/sessions';
import { castPassword } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

const minute = 60_000;

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const tryLiu = (password = castPassword, username = 'liu') => signIn(town.visitor, { username, password });
const refused = (refusal: string) => ({ ok: false, refusal });

async function failLiu(times: number): Promise<void> {
	for (let i = 0; i < times; i++) await tryLiu(`wrong${i}`);
}

async function signedIn(password = castPassword, username = 'liu') {
	const result = await tryLiu(password, username);
	if (!result.ok) throw new Error(result.refusal);
	return result;
}

describe('signing in', () => {
	test('with the right name and password gives a session of that account', async () => {
		const { token, role, mustChangePassword } = await signedIn();
		expect({ role, mustChangePassword }).toEqual({ role: 'cadre', mustChangePassword: false });
		expect((await findActor(town.ctx, token))?.actor).toEqual(town.as('liu').actor);
	});

	test('takes the name in capitals, full-width letters and with spaces around', async () => {
		for (const username of ['LIU', ' liu ', 'ｌｉｕ'])
			expect(await tryLiu(castPassword, username)).toMatchObject({ ok: true });
	});

	test('says the same about a wrong password and an unknown name', async () => {
		expect(await tryLiu('wrong')).toEqual(refused('wrong-sign-in'));
		expect(await tryLiu(castPassword, 'nobody')).toEqual(refused('wrong-sign-in'));
	});

	test('five wrong passwords lock the name, even for the right one, for fifteen minutes after the last', async () => {
		await failLiu(4);
		town.clock.advance(10 * minute);
		await failLiu(1);
		expect(await tryLiu()).toEqual(refused('locked-out'));
		town.clock.advance(14 * minute);
		expect(await tryLiu()).toEqual(refused('locked-out'));
		town.clock.advance(minute);
		expect(await tryLiu()).toMatchObject({ ok: true });
	});

	test('trying while locked does not lock for longer', async () => {
		await failLiu(5);
		town.clock.advance(10 * minute);
		await failLiu(3);
		town.clock.advance(5 * minute);
		expect(await tryLiu()).toMatchObject({ ok: true });
	});

	test('an unknown name locks alike, so that a lock does not tell which names exist', async () => {
		for (let i = 0; i < 5; i++) expect(await tryLiu('x', 'nobody')).toEqual(refused('wrong-sign-in'));
		expect(await tryLiu('x', 'nobody')).toEqual(refused('locked-out'));
	});

	test('a success forgives the failures before it', async () => {
		await failLiu(4);
		town.clock.advance(1000);
		await signedIn();
		town.clock.advance(1000);
		await failLiu(4);
		expect(await tryLiu()).toMatchObject({ ok: true });
	});

	test('failures spread over a long time lock no account', async () => {
		for (let i = 0; i < 12; i++) {
			expect(await tryLiu('wrong')).toEqual(refused('wrong-sign-in'));
			town.clock.advance(5 * minute);
		}
	});

	test('one name locked leaves the others open', async () => {
		await failLiu(5);
		expect(await tryLiu(castPassword, 'he')).toMatchObject({ ok: true });
	});

	test('of many guesses at the same moment only five are looked at', async () => {
		const guesses = Array.from({ length: 30 }, (_, i) => tryLiu(`guess${i}`));
		const answers = (await Promise.all(guesses)).map((answer) => (answer.ok ? 'ok' : answer.refusal));
		expect(answers.filter((answer) => answer === 'wrong-sign-in')).toHaveLength(5);
		expect(answers.filter((answer) => answer === 'locked-out')).toHaveLength(25);
	});

	test('keeps no name as it was typed, since it may be a password in the wrong field', async () => {
		await tryLiu('x', 'my-secret-password');
		const { rows } = await town.ctx.db.$client.execute('select * from sign_in_attempts');
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain('secret');
	});

	test('attempts are forgotten after half a year, and kept until then', async () => {
		await failLiu(1);
		const count = async () => (await town.ctx.db.$client.execute('select 1 from sign_in_attempts')).rows.length;
		town.clock.advance(182 * 24 * 60 * minute);
		await forgetOldAttempts(town.ctx);
		expect(await count()).toBe(1);
		town.clock.advance(2 * 24 * 60 * minute);
		await forgetOldAttempts(town.ctx);
		expect(await count()).toBe(0);
	});

	test('signing out makes the token worthless', async () => {
		const { token } = await signedIn();
		await signOut(town.as('liu'), { token });
		expect(await findActor(town.ctx, token)).toBeNull();
	});
});

describe('changing the password', () => {
	const change = (token: string, newPassword: string, currentPassword = castPassword, id = town.ctx.newId()) =>
		changePassword(town.as('liu'), { id, currentPassword, newPassword, token });

	test('lets the new one in and the old one no more, and ends the other sessions', async () => {
		const [here, elsewhere] = [await signedIn(), await signedIn()];
		expect(await change(here.token, 'yuedu2026tian')).toMatchObject({ ok: true });
		expect(await findActor(town.ctx, here.token)).not.toBeNull();
		expect(await findActor(town.ctx, elsewhere.token)).toBeNull();
		expect(await tryLiu()).toEqual(refused('wrong-sign-in'));
		expect(await tryLiu('yuedu2026tian')).toMatchObject({ ok: true });
	});

	test.each([
		['kurz1', 'password-too-short'],
		['nurbuchstaben', 'password-too-simple'],
		['123456789012', 'password-too-simple'],
		['Liu123456789', 'password-is-username'],
		[`a1${'x'.repeat(127)}`, 'password-too-long'],
		[castPassword, 'password-unchanged']
	])('refuses %s: %s', async (password, refusal) => {
		const { token } = await signedIn();
		expect(await change(token, password)).toEqual(refused(refusal));
		expect(await tryLiu()).toMatchObject({ ok: true });
	});

	test('takes Chinese characters and digits', async () => {
		const { token } = await signedIn();
		expect(await change(token, '春风又绿江南岸2026')).toMatchObject({ ok: true });
	});

	test('needs the current one, and guessing it locks as at the door', async () => {
		const { token } = await signedIn();
		town.clock.advance(1000);
		for (let i = 0; i < 5; i++) {
			expect(await change(token, 'yuedu2026tian', `wrong${i}`)).toEqual(refused('wrong-password'));
		}
		expect(await change(token, 'yuedu2026tian')).toEqual(refused('locked-out'));
	});

	test('sent twice, answers as the first time', async () => {
		const { token } = await signedIn();
		const id = town.ctx.newId();
		expect(await change(token, 'yuedu2026tian', castPassword, id)).toMatchObject({ ok: true });
		expect(await change(token, 'yuedu2026tian', castPassword, id)).toMatchObject({ ok: true });
	});

	test('is nothing for a villager', async () => {
		const command = { id: town.ctx.newId(), currentPassword: 'x', newPassword: 'yuedu2026tian', token: '' };
		expect(await changePassword(town.visitor, command)).toEqual(refused('not-signed-in'));
	});
});

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
