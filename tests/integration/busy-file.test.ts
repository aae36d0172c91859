import { createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signUp } from '../../src/lib/server/signups/signups';
import { isBusy } from '../../src/lib/server/is-busy';
import { countPeople, newSignup, openSlot } from './events/open-slot';
import { signUpBesideHeldLock } from './signups/held-lock';
import { openTestTown, type TestTown } from './test-town';

let town: TestTown;

beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

it('a file that another process held for too long is written and read again as soon as it is free', async () => {
	const { slotId } = await openSlot(town, 3);
	const come = () => signUp(town.visitor, newSignup(town, slotId));
	const other = createClient({ url: town.url, timeout: 5_000 });
	const holding = await other.transaction('write');
	await holding.execute('update units set position = position');
	await expect(come(), 'it waits for five seconds, then gives up').rejects.toThrow();
	await holding.commit();

	const answers = await Promise.all([come(), come(), come(), come()]);
	expect(answers.map((answer) => answer.ok && answer.status)).toEqual([
		'confirmed',
		'confirmed',
		'confirmed',
		'waitlisted'
	]);
	await other.execute('update slots set capacity = 30 where id = ?', [slotId]);
	const { rows } = await town.ctx.db.$client.execute('select capacity from slots where id = ?', [slotId]);
	expect(rows[0]!.capacity, 'it reads what another process has written since').toBe(30);
	expect(await countPeople(town, slotId)).toEqual({ taken: 3, confirmed: 3 });
	other.close();
});

it('and no call in line behind the one that gave up is turned away', async () => {
	const { slotId } = await openSlot(town, 2);
	const other = createClient({ url: town.url, timeout: 5_000 });
	const holding = await other.transaction('write');
	await holding.execute('update units set position = position');
	const first = signUp(town.visitor, newSignup(town, slotId)).catch(isBusy);
	const reads = Array.from({ length: 5 }, () => countPeople(town, slotId));
	expect(await first, 'it gives up').toBe(true);
	expect(await Promise.all(reads)).toEqual(Array.from({ length: 5 }, () => ({ taken: 0, confirmed: 0 })));
	await holding.commit();
	other.close();
});

it('while another process holds it for a moment people read, and sign-ups wait', async () => {
	expect(await signUpBesideHeldLock(town, 1500)).toMatchObject({ refused: 0 });
});
