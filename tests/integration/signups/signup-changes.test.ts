import { describe, expect, it } from 'vitest';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { party, resize, town, taken, withdraw, freshTown } from './signup-town';

freshTown();

describe('changing a party', () => {
	it('to more people needs room, and the party stays as it was without', async () => {
		const first = await party(2);
		await party(1);
		expect(await resize(first.id, 4)).toEqual({ ok: false, refusal: 'slot-full' });
		expect((await findSignup(town.ctx.db, first.id))!.signup.partySize).toBe(2);
		expect(await resize(first.id, 3)).toEqual({ ok: true });
		expect(await taken()).toBe(4);
	});

	it('to more people does not pass those who wait', async () => {
		const first = await party(2);
		await party(1);
		await party(2);
		expect(await resize(first.id, 3)).toEqual({ ok: false, refusal: 'others-are-waiting' });
	});

	it('of a withdrawn sign-up is refused', async () => {
		const first = await party(2);
		await withdraw(first.id);
		expect(await resize(first.id, 1)).toEqual({ ok: false, refusal: 'signup-withdrawn' });
	});
});
