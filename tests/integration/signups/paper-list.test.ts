import { afterEach, beforeEach, expect, test } from 'vitest';
import { listVerbsOn } from '../../../src/lib/server/db/audit/audit';
import { findPeople } from '../../../src/lib/server/db/signups/signups';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { enterSignups } from '../../../src/lib/server/signups/paper-list';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot, slotTimes } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const id = () => town.ctx.newId();
const party = (name: string, partySize: number, phone: string | null = null) => ({
	id: id(),
	name,
	phone,
	partySize,
	villageId: town.units.sanxing
});

const list = (slotId: string) => listSignupsOfSlot(town.ctx.db, slotId);

test('a paper list lands whole, in its order, with and without telephones; who does not fit waits', async () => {
	const { slotId } = await openSlot(town, 4);
	const parties = [party('试名甲', 2, '13700000001'), party('试名乙', 3), { ...party('试名丙', 1), companions: [] }];
	expect(await enterSignups(town.as('zhou'), { id: id(), slotId, parties })).toEqual({ ok: true, replayed: false });
	expect((await list(slotId)).map(({ id, status, origin }) => ({ id, status, origin }))).toEqual([
		{ id: parties[0]!.id, status: 'confirmed', origin: 'paper' },
		{ id: parties[1]!.id, status: 'waitlisted', origin: 'paper' },
		{ id: parties[2]!.id, status: 'waitlisted', origin: 'paper' }
	]);
	expect(await listVerbsOn(town.ctx.db, { type: 'signup', id: parties[1]!.id })).toEqual(['signUp']);
});

test('the same list sent twice lands once', async () => {
	const { slotId } = await openSlot(town, null);
	const command = { id: id(), slotId, parties: [party('试名甲', 2), party('试名乙', 1)] };
	await enterSignups(town.as('zhou'), command);
	expect(await enterSignups(town.as('zhou'), command)).toEqual({ ok: true, replayed: true });
	expect(await list(slotId)).toHaveLength(2);
});

test('one telephone that is on the list already refuses the whole list: nothing is half written', async () => {
	const { slotId } = await openSlot(town, null);
	const own = newSignup(town, slotId);
	await signUp(town.visitor, own);
	const parties = [party('试名甲', 2), party('试名乙', 1, own.phone)];
	const result = await enterSignups(town.as('zhou'), { id: id(), slotId, parties });
	expect(result).toEqual({ ok: false, refusal: 'already-signed-up' });
	expect(await list(slotId)).toHaveLength(1);
});

test('names of those who come along are kept sealed, and open again', async () => {
	const { slotId } = await openSlot(town, null);
	const own = { ...party('试名甲', 3), companions: ['试名乙', '试名丙'] };
	await enterSignups(town.as('zhou'), { id: id(), slotId, parties: [own] });
	const { companions } = await findPeople(town.ctx.db, own.id);
	expect(companions.map(({ nth }) => nth)).toEqual([2, 3]);
	expect(companions[0]!.nameSealed).not.toContain('试名');
	expect(town.ctx.keys.open(companions[1]!.nameSealed, 'companions.name', own.id)).toBe('试名丙');
});

test('only staff of the event\u2019s unit enter a list, and only before the start', async () => {
	const { slotId } = await openSlot(town, null);
	const send = (as: Parameters<TestTown['as']>[0]) =>
		enterSignups(town.as(as), { id: id(), slotId, parties: [party('试名甲', 1)] });
	for (const as of ['liu', 'mei'] as const) expect(await send(as)).toEqual({ ok: false, refusal: 'not-your-unit' });
	const unknown = { id: id(), slotId: id(), parties: [party('试名甲', 1)] };
	expect(await enterSignups(town.as('zhou'), unknown)).toEqual({ ok: false, refusal: 'slot-unknown' });
	town.clock.advance(slotTimes.startsAt - town.ctx.now());
	expect(await send('zhou')).toEqual({ ok: false, refusal: 'slot-closed' });
});

test('a sign-up online needs a telephone: the schema refuses one without', async () => {
	const { slotId } = await openSlot(town, null);
	const command = { ...newSignup(town, slotId), phone: null } as unknown as Parameters<typeof signUp>[1];
	await expect(signUp(town.visitor, command)).rejects.toThrow();
	expect(await list(slotId)).toEqual([]);
});
