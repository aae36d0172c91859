import { describe, expect, test } from 'vitest';
import { closeAccount, resetPassword } from '../../../src/lib/server/people/account-acts';
import { findActor } from '../../../src/lib/server/people/sessions';
import { town, signedIn, tryLiu, refused, failLiu, freshTown } from './account-town';

freshTown();

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
