import { describe, expect, it } from 'vitest';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { addSlot, removeSlot } from '../../../src/lib/server/events/slots';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { create, town, liu, at, publish, slot, party, entries, freshTown } from './drafted-events';

freshTown();

describe('a slot', () => {
	it('added, moved and removed moves the event’s own start and end', async () => {
		const { eventId, slotId } = await create();
		const later = town.ctx.newId();
		await addSlot(liu, { id: later, eventId, startsAt: at('14:00'), endsAt: at('15:00'), capacity: 3 });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ endsAt: at('15:00') });
		await editSlot(liu, {
			id: town.ctx.newId(),
			eventId,
			slotId,
			startsAt: at('08:00'),
			endsAt: at('09:00'),
			capacity: null
		});
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ startsAt: at('08:00') });
		const removal = { id: town.ctx.newId(), eventId, slotId: later };
		expect(await removeSlot(liu, removal)).toEqual({ ok: true });
		expect(await removeSlot(liu, removal), 'the same again').toEqual({ ok: true });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ endsAt: at('09:00') });
	});

	it('given more places moves the head of the waitlist up in the same write, in order', async () => {
		const { eventId, slotId } = await publish({ slots: [slot('09:00', '10:00', 2)] });
		await party(slotId, 2);
		await party(slotId, 2);
		await party(slotId, 1);
		const grow = { id: town.ctx.newId(), eventId, slotId, startsAt: at('09:00'), endsAt: at('10:00') };
		const { count } = await countRoundTrips(() => editSlot(liu, { ...grow, capacity: 4 }));
		expect(count, 'rights, record, one write').toBeLessThanOrEqual(3);
		const line = (await listSignupsOfSlot(town.ctx.db, slotId)).map((row) => row.status);
		expect(line).toEqual(['confirmed', 'confirmed', 'waitlisted']);
		expect((await findEvent(town.ctx.db, eventId))!.slots[0]).toMatchObject({ capacity: 4, taken: 4, waiting: 1 });
		await editSlot(liu, { ...grow, id: town.ctx.newId(), capacity: null });
		expect((await findEvent(town.ctx.db, eventId))!.slots[0]).toMatchObject({ taken: 5, waiting: 0 });
	});

	it('cannot have fewer places than a waiting party has people, or those behind it would never move up', async () => {
		const { eventId, slotId } = await publish();
		const times = { eventId, slotId, startsAt: at('09:00'), endsAt: at('10:00') };
		await editSlot(liu, { ...times, id: town.ctx.newId(), capacity: 4 });
		await party(slotId, 3);
		await party(slotId, 4);
		const refusal = { ok: false, refusal: 'capacity-below-waiting' };
		expect(await editSlot(liu, { ...times, id: town.ctx.newId(), capacity: 3 })).toEqual(refusal);
		expect((await findEvent(town.ctx.db, eventId))!.slots[0]).toMatchObject({ taken: 3, waiting: 1 });
	});

	it('cannot have fewer places than people confirmed', async () => {
		const { eventId, slotId } = await publish();
		await party(slotId, 4);
		const shrink = { id: town.ctx.newId(), eventId, slotId, startsAt: at('09:00'), endsAt: at('10:00'), capacity: 3 };
		expect(await editSlot(liu, shrink)).toEqual({ ok: false, refusal: 'capacity-below-taken' });
		expect((await findEvent(town.ctx.db, eventId))!.slots[0]).toMatchObject({ capacity: null, taken: 4 });
		expect(await entries('editSlot')).toBe(0);
	});

	it('with sign-ups stays, and so does the last one of a published event', async () => {
		const { eventId, slotId } = await publish();
		expect(await removeSlot(liu, { id: town.ctx.newId(), eventId, slotId })).toMatchObject({
			refusal: 'event-without-slot'
		});
		await addSlot(liu, { eventId, ...slot('14:00', '15:00') });
		await party(slotId, 1);
		expect(await removeSlot(liu, { id: town.ctx.newId(), eventId, slotId })).toMatchObject({
			refusal: 'slot-has-signups'
		});
		expect((await findEvent(town.ctx.db, eventId))!.slots).toHaveLength(2);
	});
});
