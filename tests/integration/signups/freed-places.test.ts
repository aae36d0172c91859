import { describe, expect, it } from 'vitest';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { party, withdraw, taken, entries, resize, town, freshTown } from './signup-town';

freshTown();

describe('when places come free', () => {
	it('the head of the line moves up in the same write, as far as whole parties fit', async () => {
		const first = await party(3);
		await party(1);
		const two = await party(2);
		const alsoTwo = await party(2);
		const one = await party(1);
		await withdraw(first.id);
		expect(await statusOf(two.id)).toBe('confirmed');
		expect(await statusOf(alsoTwo.id), 'one place is left: the next party of two does not fit').toBe('waitlisted');
		expect(await statusOf(one.id), 'and no one passes it').toBe('waitlisted');
		expect(await taken()).toBe(3);
		expect(await entries('promoteSignup')).toBe(1);
	});

	it('several parties move up at once', async () => {
		const first = await party(4);
		const waiting = [await party(1), await party(2), await party(1), await party(1)];
		await withdraw(first.id);
		expect(await Promise.all(waiting.map(({ id }) => statusOf(id)))).toEqual([
			'confirmed',
			'confirmed',
			'confirmed',
			'waitlisted'
		]);
	});

	it('a smaller party lets the line move up', async () => {
		const first = await party(4);
		const next = await party(2);
		expect(await resize(first.id, 2)).toEqual({ ok: true });
		expect(await statusOf(next.id)).toBe('confirmed');
	});

	it('a waiting party that leaves lets the one behind it in', async () => {
		await party(3);
		const two = await party(2);
		const one = await party(1);
		await withdraw(two.id);
		expect(await statusOf(one.id)).toBe('confirmed');
	});

	it('withdrawing twice frees the places once', async () => {
		const first = await party(2);
		await party(2);
		await withdraw(first.id);
		await withdraw(first.id);
		expect(await taken()).toBe(2);
		expect(await entries('withdrawSignup')).toBe(1);
	});
});

const statusOf = async (id: string) => (await findSignup(town.ctx.db, id))!.signup.status;
