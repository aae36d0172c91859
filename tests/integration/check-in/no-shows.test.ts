import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { countAtDoor, findDoor } from '../../../src/lib/server/db/check-in/door';
import { admitWaiting, undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { closeDoor, releaseNoShows } from '../../../src/lib/server/check-in/no-shows';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { addSlot } from '../../../src/lib/server/events/slots';
import { newSignup, openSlot } from '../events/open-slot';
import { party, at, letIn, comes, counts, open, town, mei, complete, day, eachAtDoor } from './at-door';

eachAtDoor();

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

const release = () => releaseNoShows(mei, { ...open, id: town.ctx.newId() });
const admit = (signupId: string) => admitWaiting(mei, { id: town.ctx.newId(), slotId: open.slotId, signupId });

const completion = async () => (await findEvent(town.ctx.db, open.eventId))!.completion;
