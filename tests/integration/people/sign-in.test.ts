import { describe, expect, test } from 'vitest';
import { forgetOldAttempts, signOut } from '../../../src/lib/server/people/sign-in';
import { findActor } from '../../../src/lib/server/people/sessions';
import { castPassword } from '../cast';
import { signedIn, town, tryLiu, refused, failLiu, freshTown } from './account-town';

freshTown();

const minute = 60_000;

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
