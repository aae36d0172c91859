import { describe, expect, test } from 'vitest';
import { signOut } from '../../../src/lib/server/people/sign-in';
import { findActor } from '../../../src/lib/server/people/sessions';
import { castPassword } from '../cast';
import { signedIn, town, tryLiu, refused, freshTown } from './account-town';

freshTown();

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

	test('keeps no name as it was typed, since it may be a password in the wrong field', async () => {
		await tryLiu('x', 'my-secret-password');
		const { rows } = await town.ctx.db.$client.execute('select * from sign_in_attempts');
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain('secret');
	});

	test('signing out makes the token worthless', async () => {
		const { token } = await signedIn();
		await signOut(town.as('liu'), { token });
		expect(await findActor(town.ctx, token)).toBeNull();
	});
});
