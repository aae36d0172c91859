import { describe, expect, test } from 'vitest';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import { town, tryLiu, refused, freshTown } from './account-town';

freshTown();

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
