import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSlip } from '../../../src/lib/server/db/signups/slip-page';
import { findDoor } from '../../../src/lib/server/db/check-in/door';
import { dropUntrue } from '../../../src/lib/server/db/messages/outbox';
import { checkIn } from '../../../src/lib/server/check-in/check-in';
import { actAs } from '../../../src/lib/server/context';
import { readCallList } from '../../../src/lib/server/messages/call-list';
import { recordCall, undoCall } from '../../../src/lib/server/messages/calls';
import { confirmSignup, releaseHeldPlaces } from '../../../src/lib/server/signups/held-places';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { newSignup, openSlot, type OpenSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let open: OpenSlot;

beforeEach(async () => {
	town = await openTestTown();
	town.clock.setDate('2026-03-02', '09:00');
	open = await openSlot(town, 6, { confirmHours: 4 });
});
afterEach(() => town.close());

async function party(size: number): Promise<string> {
	const signup = newSignup(town, open.slotId, size);
	expect(await signUp(town.visitor, signup)).toMatchObject({ ok: true });
	return signup.id;
}
const stateOf = async (id: string) => {
	const { signup, position } = (await findSlip(town.ctx.db, id))!;
	const { status, granted, isLapsed, heldUntil } = signup;
	return { status, granted, isLapsed, isHeld: heldUntil !== null, position };
};
const taken = async () => (await findDoor(town.ctx.db, open.eventId))!.slots[0]!.taken;
const system = () => actAs(town.ctx, { kind: 'system' });
const release = (time: string) => {
	town.clock.setDate('2026-03-02', time);
	return releaseHeldPlaces(system());
};
const calls = async () => (await readCallList(town.as('mei'))).calls;
async function ring(outcome: 'reached' | 'not-reached' | 'wrong-number') {
	const id = town.ctx.newId();
	const [call] = await calls();
	expect(await recordCall(town.as('mei'), { id, messageId: call!.id, outcome })).toEqual({ ok: true });
	return id;
}

const held = { status: 'confirmed', isLapsed: false, isHeld: true };
const kept = { status: 'confirmed', isLapsed: false, isHeld: false };
const lapsed = { status: 'waitlisted', granted: 0, isLapsed: true, isHeld: false, position: null };

describe('an event that asks for a call', () => {
	it('holds the places of an online sign-up, and puts it on the call list', async () => {
		const id = await party(6);
		expect(await stateOf(id)).toMatchObject({ ...held, granted: 6 });
		expect(await calls()).toMatchObject([{ kind: 'confirmation', isLater: false }]);
	});

	it('gives places back that no one confirmed in time, and the line moves up, to be confirmed as well', async () => {
		const invented = await party(6);
		const waiting = await party(2);
		expect(await stateOf(waiting)).toMatchObject({ status: 'waitlisted', isHeld: false, position: 1 });
		await release('12:59');
		expect(await stateOf(invented)).toMatchObject(held);
		await release('13:00');
		expect(await stateOf(invented)).toEqual(lapsed);
		expect(await stateOf(waiting)).toMatchObject({ ...held, granted: 2, position: null });
		expect(await taken()).toBe(2);
		await dropUntrue(town.ctx.db, town.ctx.now());
		expect(await calls()).toHaveLength(1);
		const next = await party(4);
		expect(await stateOf(next), 'who lapsed is in no one’s way').toMatchObject({ ...held, granted: 4 });
	});

	it('keeps the places of a party that a call reached, until the call is undone', async () => {
		const id = await party(3);
		const tickId = await ring('reached');
		expect(await stateOf(id)).toMatchObject(kept);
		expect(await calls()).toEqual([]);
		expect(await undoCall(town.as('mei'), { id: town.ctx.newId(), tickId })).toEqual({ ok: true });
		expect(await stateOf(id)).toMatchObject(held);
		expect(await calls()).toHaveLength(1);
		await ring('reached');
		await release('23:00');
		expect(await stateOf(id)).toMatchObject(kept);
	});

	it('gives the places of a wrong number back as soon as the call cannot be undone', async () => {
		const id = await party(3);
		await ring('wrong-number');
		await release('09:14');
		expect(await stateOf(id)).toMatchObject(held);
		await release('09:15');
		expect(await stateOf(id)).toEqual(lapsed);
	});

	it('lets staff confirm, also too late: then the party waits in line, and moves up when there is room', async () => {
		const first = await party(6);
		await release('13:00');
		const second = await party(6);
		expect(await confirmSignup(town.as('zhou'), { id: town.ctx.newId(), signupId: second })).toEqual({ ok: true });
		expect(await confirmSignup(town.visitor, { id: town.ctx.newId(), signupId: first })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await confirmSignup(town.as('zhou'), { id: town.ctx.newId(), signupId: first })).toEqual({ ok: true });
		expect(await stateOf(first)).toMatchObject({ status: 'waitlisted', isLapsed: false, position: 1 });
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: second });
		expect(await stateOf(first)).toMatchObject({ ...kept, granted: 6 });
	});

	it('takes people who come as confirmed', async () => {
		const id = await party(2);
		town.clock.setDate('2026-04-01', '08:00');
		const letIn = { id: town.ctx.newId(), slotId: open.slotId, signupId: id, people: null, how: 'list' } as const;
		expect(await checkIn(town.as('zhou'), letIn)).toEqual({ ok: true });
		expect(await stateOf(id)).toMatchObject(kept);
	});

	it('that asks for none holds nothing and rings no one', async () => {
		open = await openSlot(town, 6);
		const id = await party(2);
		expect(await stateOf(id)).toMatchObject(kept);
		expect(await calls()).toEqual([]);
	});
});
