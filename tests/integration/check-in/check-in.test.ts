import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { doorLead } from '../../../src/lib/domain/check-in/check-in';
import { findEvent } from '../../../src/lib/server/db/events/events';
import type { Context } from '../../../src/lib/server/context';
import { countAtDoor, findDoor, listDoorEvents, listParties } from '../../../src/lib/server/db/check-in/check-ins';
import {
	admitWaiting,
	checkIn,
	closeDoor,
	findScanned,
	releaseNoShows,
	undoCheckIn,
	walkIn
} from '../../../src/lib/server/check-in/check-in';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { cancelEvent, createEvent, publishEvent } from '../../../src/lib/server/events/events';
import { mayWorkDoor } from '../../../src/lib/server/people/rights';
import { createShift, giveBackShift, takeShift } from '../../../src/lib/server/shifts/shifts';
import { changeParty, signUp, withdrawSignup } from '../../../src/lib/server/signups/signups';
import { addSlot } from '../../../src/lib/server/events/slots';
import { slipToken } from '../../../src/lib/server/signups/slip-token';
import { countEntries, newSignup, openSlot, slotTimes, type OpenSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

const day = '2026-04-01';
let town: TestTown;
/** A volunteer of the town. */
let mei: Context;
let open: OpenSlot;

beforeEach(async () => {
	town = await openTestTown();
	mei = town.as('mei');
	open = await openSlot(town, 10);
});
afterEach(() => town.close());

describe('checking in', () => {
	it('lets a party in as a whole, and says no the second time', async () => {
		const signupId = await party(3);
		at('08:30');
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, placed: 3 });
		expect(await letIn(signupId)).toEqual({ ok: false, refusal: 'already-in' });
		expect(await counts()).toMatchObject({ came: 3 });
	});

	it('under an id that let in others before is no replay of theirs', async () => {
		const [first, second] = [await party(1), await party(1)];
		at('08:30');
		const id = town.ctx.newId();
		await letIn(first, { id });
		expect(await letIn(second, { id })).toEqual({ ok: false, refusal: 'form-sent-already' });
		expect(await counts()).toMatchObject({ came: 1 });
	});

	it('sent twice lands once', async () => {
		const signupId = await party(2);
		at('08:30');
		const command = { id: town.ctx.newId(), slotId: open.slotId, signupId, people: null, how: 'camera' as const };
		expect(await checkIn(mei, command)).toEqual({ ok: true });
		expect(await checkIn(mei, command)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2 });
		expect(await countEntries(town, 'checkIn')).toBe(1);
	});

	it('takes a part of a party first and the others later, never more than have a place', async () => {
		const signupId = await party(4);
		at('08:30');
		expect(await letIn(signupId, { people: 1 })).toEqual({ ok: true });
		expect(await letIn(signupId, { people: 4 })).toEqual({ ok: false, refusal: 'more-than-granted' });
		expect(await letIn(signupId, { people: 2 })).toEqual({ ok: true });
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4 });
	});

	it('of the same party at two doors at once lets each of them in once', async () => {
		const signupId = await party(6);
		at('08:30');
		const answers = await Promise.all(Array.from({ length: 12 }, () => letIn(signupId, { people: 1 })));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
		expect(await counts()).toMatchObject({ came: 6 });
	});

	it('is refused for a slip of another slot, a withdrawn one, one that waits, and an unknown one', async () => {
		const other = await openSlot(town, 10);
		const elsewhere = await party(1, other.slotId);
		const gone = await party(1);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: gone });
		await party(6);
		await party(4);
		const waits = await party(1);
		at('08:30');
		expect(await letIn(elsewhere)).toEqual({ ok: false, refusal: 'other-slot' });
		expect(await letIn(gone)).toEqual({ ok: false, refusal: 'signup-withdrawn' });
		expect(await letIn(waits)).toEqual({ ok: false, refusal: 'still-waiting' });
		expect(await letIn(town.ctx.newId())).toEqual({ ok: false, refusal: 'slip-unknown' });
		expect(await counts()).toMatchObject({ came: 0, placed: 10, waiting: 1 });
	});

	it('of a party that some of may come lets in those who have a place', async () => {
		await party(6);
		const signup = { ...newSignup(town, open.slotId, 6), acceptsSome: true };
		await signUp(town.visitor, signup);
		at('08:30');
		expect(await letIn(signup.id)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4 });
		expect(await letIn(signup.id)).toEqual({ ok: false, refusal: 'already-in' });
	});

	it('is possible from two hours before the start to the end of the day, and not in a cancelled or completed event', async () => {
		const [early, late, never] = [await party(1), await party(1), await party(1)];
		const off = await openSlot(town, 5);
		const inVain = await party(1, off.slotId);
		at('06:59');
		expect(await letIn(early)).toEqual({ ok: false, refusal: 'door-not-open' });
		at('07:00');
		expect(await letIn(early)).toEqual({ ok: true });
		at('23:59');
		expect(await letIn(late)).toEqual({ ok: true });
		town.clock.setDate('2026-04-02', '00:00');
		expect(await letIn(never)).toEqual({ ok: false, refusal: 'door-closed' });
		at('12:00');
		await complete();
		expect(await letIn(never)).toEqual({ ok: false, refusal: 'door-closed' });
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: off.eventId, reason: '下大雨' });
		expect(await letIn(inVain, { slotId: off.slotId })).toEqual({ ok: false, refusal: 'event-cancelled' });
	});

	it('keeps a party from withdrawing or shrinking behind the door’s back', async () => {
		const signupId = await party(3);
		at('08:30');
		await letIn(signupId, { people: 2 });
		const act = () => ({ id: town.ctx.newId(), signupId });
		expect(await withdrawSignup(town.visitor, act())).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await changeParty(town.visitor, { ...act(), partySize: 1 })).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await changeParty(town.visitor, { ...act(), partySize: 2 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2, placed: 2 });
	});
});

describe('taking a check-in back', () => {
	it('counts no one, and the same people may come in again', async () => {
		const signupId = await party(2);
		at('08:30');
		const checkInId = town.ctx.newId();
		await letIn(signupId, { id: checkInId });
		const undo = { id: town.ctx.newId(), checkInId };
		expect(await undoCheckIn(mei, undo)).toEqual({ ok: true });
		expect(await undoCheckIn(mei, undo), 'twice is once').toEqual({ ok: true });
		expect(await undoCheckIn(mei, { ...undo, id: town.ctx.newId() })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 0 });
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2 });
	});

	it('is refused once the event is completed, and to whom the door is not', async () => {
		const signupId = await party(1);
		at('09:30');
		const checkInId = town.ctx.newId();
		await letIn(signupId, { id: checkInId });
		const undo = (ctx: Context) => undoCheckIn(ctx, { id: town.ctx.newId(), checkInId });
		expect(await undo(town.visitor)).toEqual({ ok: false, refusal: 'not-your-door' });
		await complete();
		expect(await undo(mei)).toEqual({ ok: false, refusal: 'door-closed' });
		expect(await counts()).toMatchObject({ came: 1 });
	});
});

describe('a walk-in', () => {
	it('is put down and let in at once, without name or telephone', async () => {
		at('08:30');
		const id = town.ctx.newId();
		expect(await comes(3, { id })).toEqual({ ok: true, place: 'confirmed', position: null });
		expect(await comes(3, { id }), 'twice is once').toMatchObject({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, placed: 3, taken: 3 });
		expect(await listParties(town.ctx.db, open.slotId)).toMatchObject([{ origin: 'walk-in', phoneSealed: null }]);
	});

	it('before the start joins the line behind those who wait', async () => {
		await party(6);
		await party(5);
		at('08:30');
		expect(await comes(1)).toEqual({ ok: true, place: 'waitlisted', position: 2 });
		expect(await counts()).toMatchObject({ came: 0, taken: 6, waiting: 2 });
	});

	it('after the start takes a free place before those who wait, and never one that is not there', async () => {
		await party(6);
		await party(5);
		at('09:00');
		expect(await comes(4)).toMatchObject({ place: 'confirmed' });
		expect(await comes(1)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await counts()).toMatchObject({ came: 4, taken: 10 });
	});

	it('of twenty at once fills the places and no more', async () => {
		at('09:10');
		const answers = await Promise.all(Array.from({ length: 20 }, () => comes(1)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
		expect(await counts()).toMatchObject({ came: 10, taken: 10 });
	});

	it('is taken back with its place, after the start too', async () => {
		at('09:10');
		const id = town.ctx.newId();
		await comes(6, { id });
		expect(await undoCheckIn(mei, { id: town.ctx.newId(), checkInId: id })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 0, placed: 0, taken: 0 });
	});

	it('is refused before the door opens, after its day, and larger than the slot', async () => {
		const small = await openSlot(town, 2);
		at('06:30');
		expect(await comes(1)).toEqual({ ok: false, refusal: 'door-not-open' });
		at('09:30');
		expect(await comes(3, small)).toEqual({ ok: false, refusal: 'party-larger-than-slot' });
		town.clock.setDate('2026-04-02', '00:00');
		expect(await comes(1)).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await counts()).toMatchObject({ came: 0, taken: 0 });
	});
});

describe('those who do not come', () => {
	it('make room for a walk-in once the slot has begun, and may find their place gone', async () => {
		const [late, prompt] = [await party(6), await party(4)];
		at('08:59');
		await letIn(prompt);
		expect(await release()).toEqual({ ok: false, refusal: 'slot-not-begun' });
		at('09:05');
		expect(await comes(4)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await release()).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4, taken: 4, placed: 10, absent: 6 });
		expect(await comes(4)).toMatchObject({ place: 'confirmed' });
		expect(await letIn(late)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await letIn(late, { people: 2 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 10, taken: 10, absent: 4 });
	});

	it('make room for a party that waits', async () => {
		await party(6);
		const waits = await party(5);
		at('08:50');
		expect(await admit(waits)).toEqual({ ok: false, refusal: 'slot-not-begun' });
		at('09:05');
		expect(await admit(waits)).toEqual({ ok: false, refusal: 'slot-full' });
		await release();
		expect(await admit(waits)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 5, taken: 5, waiting: 0 });
	});

	it('are no-shows when the door is closed, once each, until they come after all', async () => {
		const [came, late] = [await party(2), await party(3)];
		at('09:30');
		await letIn(came);
		const close = { ...open, id: town.ctx.newId() };
		expect(await closeDoor(mei, close)).toEqual({ ok: true });
		expect(await closeDoor(mei, close)).toEqual({ ok: true });
		expect(await closeDoor(mei, { ...close, id: town.ctx.newId() })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2, absent: 3, taken: 2 });
		expect(await letIn(late, { people: 1 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, absent: 2, taken: 3 });
	});

	it('are closed at the door alone, and not after the completion', async () => {
		await party(2);
		at('09:30');
		expect(await closeDoor(town.visitor, { ...open, id: town.ctx.newId() })).toMatchObject({
			refusal: 'not-your-door'
		});
		await complete();
		expect(await release()).toEqual({ ok: false, refusal: 'door-closed' });
		expect(await counts()).toMatchObject({ absent: 0 });
	});
});

describe('the door of a village’s event', () => {
	it('is open to its cadres, to volunteers at home there or in the town, and to the holders of its shifts', async () => {
		const liu = town.as('liu');
		const event = { id: town.ctx.newId(), unitId: town.units.sanxing };
		await createEvent(liu, {
			...event,
			kind: 'lecture',
			topic: 'health',
			title: '健康讲座',
			place: '文化广场',
			description: '',
			partner: '',
			contactPhone: '02371234567',
			slots: [{ id: town.ctx.newId(), ...slotTimes, capacity: null }]
		});
		await publishEvent(liu, { id: town.ctx.newId(), eventId: event.id });
		for (const name of ['zhou', 'liu', 'mei', 'tang'] as const)
			expect(await mayWorkDoor(town.as(name), event), name).toBe(true);
		const he = town.as('he');
		expect(await mayWorkDoor(he, event), 'the next village').toBe(false);
		expect(await mayWorkDoor(town.visitor, event)).toBe(false);
		const shiftId = town.ctx.newId();
		await createShift(liu, { id: shiftId, eventId: event.id, duty: '签到', needed: 1, ...slotTimes });
		const claimId = town.ctx.newId();
		await takeShift(he, { id: claimId, shiftId });
		expect(await mayWorkDoor(he, event), 'with a shift').toBe(true);
		expect(await listed(he)).toEqual([event.id, open.eventId].sort());
		await giveBackShift(he, { id: town.ctx.newId(), claimId });
		expect(await mayWorkDoor(he, event), 'given back').toBe(false);
		expect(await listed(he), 'the town’s is every village’s').toEqual([open.eventId]);
	});

	it('of another town is not', async () => {
		const otherTown = town.ctx.newId();
		await town.ctx.db.$client.execute({
			sql: `insert into units (id, kind, name, position, valid_from_on, at) values (?, 'town', '外镇', 0, '2020-01-01', 0)`,
			args: [otherTown]
		});
		const stranger = { ...mei, actor: { ...mei.actor, unitId: otherTown } } as Context;
		expect(await mayWorkDoor(stranger, { id: open.eventId, unitId: town.units.town })).toBe(false);
		const signupId = await party(1);
		at('08:30');
		expect(await letIn(signupId, {}, stranger)).toEqual({ ok: false, refusal: 'not-your-door' });
	});
});

describe('the attendance of an event', () => {
	it('is who was checked in and the number of those who were not, whatever else is typed', async () => {
		const [came, gone] = [await party(3), await party(2)];
		at('09:30');
		await letIn(came);
		const checkInId = town.ctx.newId();
		await letIn(gone, { id: checkInId });
		await undoCheckIn(mei, { id: town.ctx.newId(), checkInId });
		await comes(2);
		expect(await complete({ attended: null, unticked: 4 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 9, unticked: 4 });
		expect(await complete({ attended: null, unticked: 1 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 6, unticked: 1 });
		const { rows } = await town.ctx.db.$client.execute(
			`select detail from audit_entries where verb = 'correctCompletion'`
		);
		expect(JSON.parse(String(rows[0]!.detail))).toEqual({
			fields: ['unticked'],
			before: { unticked: 4 },
			after: { unticked: 1 }
		});
	});

	it('is the head count where no one was checked in, and then it is required', async () => {
		at('09:30');
		expect(await complete({ attended: null, unticked: 3 })).toEqual({ ok: false, refusal: 'attended-missing' });
		expect(await complete({ attended: 60 })).toEqual({ ok: true });
		expect(await completion()).toMatchObject({ attended: 60, unticked: null });
	});
});

describe('a scan', () => {
	it('leads to the sign-up by the slip’s address, its token or its code', async () => {
		const signupId = await party(1);
		const { rows } = await town.ctx.db.$client.execute({
			sql: 'select code from signups where id = ?',
			args: [signupId]
		});
		const code = String(rows[0]!.code);
		const token = slipToken(town.ctx.keys, signupId);
		for (const text of [code, code.toLowerCase().replace(/^(...)/, '$1-'), token, `https://town.example/s/${token}`])
			expect(await findScanned(mei, open.eventId, text), text).toBe(signupId);
		const elsewhere = await openSlot(town, 1);
		for (const text of ['', 'AAAAAA', `${token.slice(0, -1)}_`, 'https://town.example/'])
			expect(await findScanned(mei, open.eventId, text), text).toBeNull();
		expect(await findScanned(mei, elsewhere.eventId, code), 'a code is its event’s').toBeNull();
		expect(await findScanned(mei, elsewhere.eventId, token), 'a slip says whose it is').toBe(signupId);
	});
});

describe('the list at the door', () => {
	it('brings every check-in in force with its party, each to be taken back', async () => {
		const signupId = await party(3);
		at('08:30');
		await letIn(signupId, { people: 1 });
		await letIn(signupId, { people: 2 });
		const entries = async () => (await listParties(town.ctx.db, open.slotId))[0]!.checkIns;
		expect((await entries()).map(({ people }) => people)).toEqual([1, 2]);
		await undoCheckIn(mei, { id: town.ctx.newId(), checkInId: (await entries())[1]!.id });
		expect((await entries()).map(({ people }) => people)).toEqual([1]);
	});
});

describe('completing an event', () => {
	it('closes the no-shows of the doors where people were checked in, in the same write, and of no other', async () => {
		const [came, missed] = [await party(2), await party(3)];
		at('09:30');
		await letIn(came, { people: 1 });
		expect(await countAtDoor(town.ctx.db, open.eventId, town.ctx.now())).toEqual({ came: 1, missing: 4 });
		expect(await complete({ attended: null, unticked: 0 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 1, placed: 5, absent: 4 });
		expect(missed).toBeTruthy();
		const other = await openSlot(town, 10);
		town.clock.setDate('2026-03-02');
		await party(2, other.slotId);
		at('09:30');
		await completeEvent(town.as('zhou'), {
			id: town.ctx.newId(),
			eventId: other.eventId,
			attended: 2,
			donors: 0,
			millilitres: 0,
			note: ''
		});
		expect((await findDoor(town.ctx.db, other.eventId))!.slots[0]).toMatchObject({ came: 0, absent: 0 });
	});

	it('leaves a slot alone that has not begun, and takes no more sign-ups for it', async () => {
		const later = { startsAt: instantOf(day, '14:00'), endsAt: instantOf(day, '15:00'), capacity: null };
		const slotId = town.ctx.newId();
		await addSlot(town.as('zhou'), { id: slotId, eventId: open.eventId, ...later });
		const [now, then] = [await party(1), await party(2, slotId)];
		at('12:30');
		await letIn(now);
		await letIn(then, { slotId, people: 1 });
		await complete({ attended: null, unticked: 0 });
		expect((await findDoor(town.ctx.db, open.eventId))!.slots.map(({ absent }) => absent)).toEqual([0, 0]);
		expect(await signUp(town.visitor, newSignup(town, slotId))).toEqual({ ok: false, refusal: 'slot-closed' });
	});
});

async function listed({ actor }: Context): Promise<string[]> {
	if (actor.kind !== 'account') throw new Error('an account is meant');
	const from = instantOf(day, '00:00');
	const rows = await listDoorEvents(town.ctx.db, { ...actor, from, until: from + 86_400_000, lead: doorLead });
	return rows.map(({ id }) => id).sort();
}

const at = (time: string) => town.clock.setDate(day, time);

async function party(size: number, slotId = open.slotId): Promise<string> {
	const signup = newSignup(town, slotId, size);
	expect(await signUp(town.visitor, signup)).toMatchObject({ ok: true });
	return signup.id;
}

const letIn = (signupId: string, change: { id?: string; people?: number; slotId?: string } = {}, ctx = mei) =>
	checkIn(ctx, { id: town.ctx.newId(), slotId: open.slotId, signupId, people: null, how: 'list', ...change });

const comes = (partySize: number, change: { id?: string; slotId?: string; eventId?: string } = {}) =>
	walkIn(mei, { id: town.ctx.newId(), ...open, name: '', ...change, partySize });

const release = () => releaseNoShows(mei, { ...open, id: town.ctx.newId() });
const admit = (signupId: string) => admitWaiting(mei, { id: town.ctx.newId(), slotId: open.slotId, signupId });

const complete = (told: { attended: number | null; unticked?: number } = { attended: 5 }) =>
	completeEvent(town.as('zhou'), {
		id: town.ctx.newId(),
		eventId: open.eventId,
		donors: 0,
		millilitres: 0,
		note: '',
		...told
	});

const completion = async () => (await findEvent(town.ctx.db, open.eventId))!.completion;

async function counts() {
	const door = await findDoor(town.ctx.db, open.eventId);
	return door!.slots[0]!;
}
