import { afterEach, beforeEach, expect, test } from 'vitest';
import { editEvent } from '../../../src/lib/server/events/event-edits';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { listLineMoves } from '../../../src/lib/server/db/signups/waitlist';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { moveInLine } from '../../../src/lib/server/signups/waitlist';
import { newSignup, openSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const id = () => town.ctx.newId();

async function come(slotId: string, partySize: number, acceptsSome = false) {
	const command = { ...newSignup(town, slotId, partySize), acceptsSome };
	const result = await signUp(town.visitor, command);
	if (!result.ok) throw new Error(result.refusal);
	return command.id;
}

async function partyState(signupId: string) {
	const { signup, position } = (await findSignup(town.ctx.db, signupId))!;
	return [signup.status, signup.granted, position];
}

test('a party that accepts some places gets what there is, and the rest when places come free', async () => {
	const { slotId } = await openSlot(town, 4);
	const first = await come(slotId, 3);
	const second = await come(slotId, 3, true);
	expect(await partyState(second)).toEqual(['waitlisted', 1, 1]);
	await changeParty(town.visitor, { id: id(), signupId: first, partySize: 2 });
	expect(await partyState(second)).toEqual(['waitlisted', 2, 1]);
	await withdrawSignup(town.visitor, { id: id(), signupId: first });
	expect(await partyState(second)).toEqual(['confirmed', 3, null]);
});

test('who has some places already cannot go back to waiting for all of them', async () => {
	const { slotId } = await openSlot(town, 2);
	await come(slotId, 1);
	const own = await come(slotId, 2, true);
	const change = { id: id(), signupId: own, partySize: 2, acceptsSome: false };
	expect(await changeParty(town.visitor, change)).toEqual({ ok: false, refusal: 'some-placed-already' });
	expect(await changeParty(town.visitor, { ...change, id: id(), partySize: 1 })).toEqual({ ok: true });
	expect(await partyState(own)).toEqual(['confirmed', 1, null]);
});

test('a cadre moves a party to the front with a reason, and it gets the places it fits', async () => {
	const { slotId } = await openSlot(town, 3);
	const first = await come(slotId, 2);
	const [large, small] = [await come(slotId, 3), await come(slotId, 1)];
	expect(await partyState(small)).toEqual(['waitlisted', 0, 2]);
	const move = { id: id(), signupId: small, to: 1, reason: '陪护的老人只能这一场来' };
	expect(await moveInLine(town.as('zhou'), move)).toEqual({ ok: true, replayed: false });
	expect(await partyState(small)).toEqual(['confirmed', 1, null]);
	expect(await partyState(large)).toEqual(['waitlisted', 0, 1]);
	expect(await listLineMoves(town.ctx.db, small)).toMatchObject([{ reason: move.reason }]);
	expect(await moveInLine(town.as('zhou'), move)).toEqual({ ok: true, replayed: true });
	expect(await partyState(first)).toEqual(['confirmed', 2, null]);
});

test('only staff of the unit move a party, and only one that waits', async () => {
	const { slotId } = await openSlot(town, 1);
	const [placed, waits] = [await come(slotId, 1), await come(slotId, 1)];
	const move = (as: Parameters<TestTown['as']>[0], signupId: string) =>
		moveInLine(town.as(as), { id: id(), signupId, to: 1, reason: '有事' });
	expect(await move('liu', waits)).toEqual({ ok: false, refusal: 'not-your-unit' });
	expect(await move('mei', waits)).toEqual({ ok: false, refusal: 'not-your-unit' });
	expect(await move('zhou', placed)).toEqual({ ok: false, refusal: 'signup-not-waiting' });
	expect(await move('zhou', id())).toEqual({ ok: false, refusal: 'signup-unknown' });
});

test('an event that comes to let smaller parties pass gives the free places in the same write', async () => {
	const { slotId, eventId } = await openSlot(town, 3);
	await come(slotId, 2);
	const [large, small] = [await come(slotId, 3), await come(slotId, 1)];
	const event = (await findEvent(town.ctx.db, eventId))!;
	const { unitId, kind, topic, title, place, description, partner, contactPhone } = event;
	const words = { unitId, kind, topic, title, place, description, partner, contactPhone };
	expect(await editEvent(town.as('zhou'), { id: id(), eventId, ...words, letsPass: true })).toMatchObject({ ok: true });
	expect(await partyState(small)).toEqual(['confirmed', 1, null]);
	expect(await partyState(large)).toEqual(['waitlisted', 0, 1]);
});

test('the schema itself keeps places in order and parties whole', async () => {
	const { slotId } = await openSlot(town, 2);
	await come(slotId, 1);
	const waits = await come(slotId, 2);
	const raw = (sql: string) => town.ctx.db.$client.execute({ sql, args: [waits] });
	await expect(raw('update signups set granted = 1 where id = ?')).rejects.toThrow(/signups_granted/);
	await expect(raw("update signups set status = 'confirmed' where id = ?")).rejects.toThrow(/signups_granted/);
	await expect(raw("insert into signup_promotions values (?, 'x', 3, 0)")).rejects.toThrow(/signup-not-waiting/);
	await expect(raw("insert into signup_promotions values (?, 'x', 2, 0)")).rejects.toThrow(
		/slots_taken_within_capacity/
	);
});
