import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { findEvent, findPublicEvent } from '../../../src/lib/server/db/events/events';
import { addSlot } from '../../../src/lib/server/events/slots';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { cancelEvent, publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { editEvent } from '../../../src/lib/server/events/event-edits';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { create, slot, town, at, draft, liu, entries, lastDetail, publish, party, freshTown } from './drafted-events';

freshTown();

describe('creating an event', () => {
	it('makes a draft with its slots, beginning with the first and ending with the last', async () => {
		const { eventId } = await create({ slots: [slot('10:00', '11:00'), slot('09:00', '10:00', 5)] });
		const event = await findEvent(town.ctx.db, eventId);
		expect(event).toMatchObject({
			title: '健康讲座',
			publication: null,
			cancellation: null,
			completion: null,
			startsAt: at('09:00'),
			endsAt: at('11:00')
		});
		expect(event!.slots.map(({ startsAt, capacity }) => [startsAt, capacity])).toEqual([
			[at('09:00'), 5],
			[at('10:00'), null]
		]);
	});

	it('sent twice lands once and answers alike', async () => {
		const command = draft();
		expect(await createEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		expect(await createEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		expect((await findEvent(town.ctx.db, command.id))!.slots).toHaveLength(1);
		expect(await entries('createEvent')).toBe(1);
	});

	it('is for cadres of the unit and above alone', async () => {
		expect(await createEvent(town.as('zhou'), draft())).toMatchObject({ ok: true });
		expect(await createEvent(liu, draft({ unitId: town.units.sanxingGroup1 }))).toMatchObject({ ok: true });
		for (const [who, unitId] of [
			[liu, town.units.hesha],
			[liu, town.units.town],
			[town.as('mei'), town.units.town],
			[town.visitor, town.units.town]
		] as const)
			expect(await createEvent(who, draft({ unitId }))).toEqual({ ok: false, refusal: 'not-your-unit' });
	});

	it('with a slot that ends before it begins writes nothing', async () => {
		const command = draft({ slots: [slot('09:00', '10:00'), slot('11:00', '10:30')] });
		expect(await createEvent(liu, command)).toEqual({ ok: false, refusal: 'end-before-start' });
		expect(await findEvent(town.ctx.db, command.id)).toBeNull();
		expect(await entries('createEvent')).toBe(0);
	});
});

describe('publishing', () => {
	it('opens the event to villagers, once', async () => {
		const { eventId } = await create();
		expect(await findPublicEvent(town.ctx.db, eventId)).toBeNull();
		expect(await publishEvent(liu, { id: town.ctx.newId(), eventId })).toEqual({ ok: true });
		expect(await findPublicEvent(town.ctx.db, eventId)).toMatchObject({ publication: { byId: town.accounts.liu.id } });
		expect(await publishEvent(liu, { id: town.ctx.newId(), eventId })).toEqual({
			ok: false,
			refusal: 'event-already-published'
		});
	});

	it('is refused without a slot, for a cancelled event, for another village and for an event that does not exist', async () => {
		const bare = await create({ slots: [] });
		expect(await publishEvent(liu, { id: town.ctx.newId(), ...bare })).toMatchObject({ refusal: 'event-without-slot' });
		await cancelEvent(liu, { id: town.ctx.newId(), ...bare, reason: '重复' });
		expect(await publishEvent(liu, { id: town.ctx.newId(), ...bare })).toMatchObject({ refusal: 'event-cancelled' });
		const own = await create();
		expect(await publishEvent(town.as('he'), { id: town.ctx.newId(), ...own })).toMatchObject({
			refusal: 'not-your-unit'
		});
		expect(await publishEvent(liu, { id: town.ctx.newId(), eventId: town.ctx.newId() })).toMatchObject({
			refusal: 'event-not-found'
		});
	});
});

describe('editing an event', () => {
	it('keeps the old words in the audit trail, a telephone number only by name', async () => {
		const command = draft();
		await createEvent(liu, command);
		const { id, slots: _, ...words } = command;
		const change = { ...words, title: '高血压讲座', contactPhone: '13800000002' };
		expect(await editEvent(liu, { id: town.ctx.newId(), eventId: id, ...change })).toEqual({ ok: true });
		expect(await findEvent(town.ctx.db, id)).toMatchObject({ title: '高血压讲座', contactPhone: '13800000002' });
		expect(await lastDetail('editEvent')).toEqual({
			fields: ['title', 'contactPhone'],
			before: { title: '健康讲座' },
			after: { title: '高血压讲座' }
		});
	});

	it('may hand it to another unit only when both are the cadre’s', async () => {
		const command = draft();
		await createEvent(liu, command);
		const { id, slots: _, ...words } = command;
		const move = (ctx: Context, unitId: string) =>
			editEvent(ctx, { ...words, id: town.ctx.newId(), eventId: id, unitId });
		expect(await move(liu, town.units.hesha)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await move(town.as('he'), town.units.hesha)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await move(town.as('zhou'), town.units.hesha)).toEqual({ ok: true });
	});

	it('sent again after the event was cancelled answers as the first time did', async () => {
		const { eventId } = await create();
		const command = { eventId, ...slot('14:00', '15:00') };
		expect(await addSlot(liu, command)).toEqual({ ok: true });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '下大雨' });
		expect(await addSlot(liu, command)).toEqual({ ok: true });
		expect((await findEvent(town.ctx.db, eventId))!.slots).toHaveLength(2);
	});

	it('is over once it is cancelled or completed', async () => {
		const { eventId, slotId } = await publish();
		town.clock.setDate('2026-03-20', '12:00');
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 30, note: '' });
		const move = { id: town.ctx.newId(), eventId, slotId, startsAt: 1, endsAt: 2, capacity: null };
		expect(await editSlot(liu, move)).toEqual({ ok: false, refusal: 'event-completed' });
		const cancelled = await create();
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: cancelled.eventId, reason: '下大雨' });
		expect(await addSlot(liu, { eventId: cancelled.eventId, ...slot('09:00', '10:00') })).toEqual({
			ok: false,
			refusal: 'event-cancelled'
		});
	});
});

describe('cancelling', () => {
	it('closes sign-up and keeps the event to be seen with its reason', async () => {
		const { eventId, slotId } = await publish();
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '下大雨' })).toEqual({ ok: true });
		expect(await findPublicEvent(town.ctx.db, eventId)).toMatchObject({ cancellation: { reason: '下大雨' } });
		expect(await party(slotId, 1)).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '再说一次' })).toMatchObject({
			refusal: 'event-already-cancelled'
		});
	});
});
