import { describe, expect, test } from 'vitest';
import { changePassword } from '../../../src/lib/server/people/accounts';
import { findActor } from '../../../src/lib/server/people/sessions';
import { castPassword } from '../cast';
import { town, signedIn, tryLiu, refused, freshTown } from './account-town';

freshTown();

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
