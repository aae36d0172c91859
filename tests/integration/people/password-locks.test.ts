import { describe, expect, test } from 'vitest';
import { forgetOldAttempts } from '../../../src/lib/server/people/sign-in';
import { castPassword } from '../cast';
import { signedIn, town, tryLiu, refused, failLiu, freshTown } from './account-town';

freshTown();

const minute = 60_000;

describe('a lock by wrong passwords', () => {
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
});
