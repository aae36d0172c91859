import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { countAtDoor, findDoor } from '../../../src/lib/server/db/check-in/door';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { addSlot } from '../../../src/lib/server/events/slots';
import { newSignup, openSlot } from '../events/open-slot';
import { party, at, letIn, counts, open, town, complete, day, eachAtDoor } from './at-door';

eachAtDoor();

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
