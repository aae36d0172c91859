import { describe, expect, it } from 'vitest';
import { instantOf, timeOf } from '../../../src/lib/domain/calendar/calendar';
import { findEvent, listFollowing } from '../../../src/lib/server/db/events/events';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { editEvent } from '../../../src/lib/server/events/event-edits';
import { signUp } from '../../../src/lib/server/signups/signups';
import { addSlot, removeSlot } from '../../../src/lib/server/events/slots';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { newSignup } from './open-slot';
import { create, repeat, series, town, liu, lecture, freshTown } from './lecture-series';

freshTown();

describe('changing a series', () => {
	it('changes one alone unless asked for all that follow, and of these only what changed here', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 3 });
		const [first, second, third, fourth] = (await series(eventId)).map(({ id }) => id);
		await edit(third!, { title: '讲座三' });
		await edit(second!, { place: '村卫生室' }, true);
		expect(await words([first!, second!, third!, fourth!])).toEqual([
			['健康讲座', '三星村广场'],
			['健康讲座', '村卫生室'],
			['讲座三', '村卫生室'],
			['健康讲座', '村卫生室']
		]);
		expect(await trail(fourth!, 'editEvent')).toBe(1);
	});

	it('moves the slot in the same position: time of day, days and places, with a reason to those signed up', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 2 });
		const [first, second, third] = await series(eventId);
		await signUp(town.visitor, newSignup(town, third!.slots[0]!.id));
		const change = {
			startsAt: instantOf('2026-03-15', '10:00'),
			endsAt: instantOf('2026-03-15', '11:30'),
			capacity: 8
		};
		const command = { eventId: first!.id, slotId: first!.slots[0]!.id, following: true, ...change };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...command })).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await editSlot(liu, { id: town.ctx.newId(), ...command, reason: '医生改到周日' })).toEqual({ ok: true });
		for (const [event, on] of [
			[first, '2026-03-15'],
			[second, '2026-03-22'],
			[third, '2026-03-29']
		] as const) {
			const slots = (await findEvent(town.ctx.db, event!.id))!.slots;
			expect(slots.find(({ id }) => id === event!.slots[0]!.id)).toMatchObject({
				startsAt: instantOf(on, '10:00'),
				endsAt: instantOf(on, '11:30'),
				capacity: 8
			});
			expect(slots.find(({ id }) => id === event!.slots[1]!.id)).toMatchObject({ startsAt: event!.slots[1]!.startsAt });
		}
		expect(await changes()).toBe(1);
	});

	it('of a slot carries over only what differs: an hour moved by itself stays, an event without such a slot is left alone', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 3 });
		const [first, second, third, fourth] = await series(eventId);
		await signUp(town.visitor, newSignup(town, second!.slots[0]!.id));
		const own = { startsAt: instantOf('2026-03-21', '10:30'), endsAt: instantOf('2026-03-21', '11:30') };
		const moved = { eventId: second!.id, slotId: second!.slots[0]!.id, ...own, capacity: 5, reason: '医生上午有事' };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...moved })).toEqual({ ok: true });
		const extra = { startsAt: instantOf('2026-03-28', '08:00'), endsAt: instantOf('2026-03-28', '09:00') };
		await addSlot(liu, { id: town.ctx.newId(), eventId: third!.id, ...extra, capacity: 2 });
		await removeSlot(liu, { id: town.ctx.newId(), eventId: fourth!.id, slotId: fourth!.slots[0]!.id });
		const { startsAt, endsAt, id: slotId } = first!.slots[0]!;
		const wider = { eventId: first!.id, slotId, startsAt, endsAt, capacity: 8, following: true };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...wider }), 'nothing moves, so no reason is asked').toEqual({
			ok: true
		});
		expect((await series(eventId)).map((event) => event.slots.map(hourAndPlaces))).toEqual([
			['09:00 8', '14:00 -'],
			['10:30 8', '14:00 -'],
			['08:00 2', '09:00 8', '14:00 -'],
			['14:00 -']
		]);
		expect(await changes()).toBe(1);
		expect(await trail(fourth!.id, 'editSlot')).toBe(0);
	});

	it('leaves those alone that are cancelled, completed or begun, and those before', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 5 });
		const ids = (await series(eventId)).map(({ id }) => id);
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: ids[4]!, reason: '过节' });
		town.clock.setDate('2026-03-28', '09:30');
		await completeEvent(liu, { id: town.ctx.newId(), eventId: ids[1]!, attended: 9, note: '' });
		const second = (await findEvent(town.ctx.db, ids[0]!))!;
		expect((await listFollowing(town.ctx.db, second, liu.now())).map(({ id }) => id)).toEqual([ids[3], ids[5]]);
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId: ids[3]!, reason: '停办', following: true })).toEqual(
			{
				ok: true
			}
		);
		const cancelled = (await series(eventId)).map(({ cancellation }) => cancellation?.reason ?? null);
		expect(cancelled).toEqual([null, null, null, '停办', '过节', '停办']);
		expect(await trail(ids[5]!, 'cancelEvent')).toBe(1);
	});
});

const hourAndPlaces = ({ startsAt, capacity }: { startsAt: number; capacity: number | null }) =>
	`${timeOf(startsAt)} ${capacity ?? '-'}`;

function edit(eventId: string, change: Partial<typeof lecture>, following = false) {
	const command = { id: town.ctx.newId(), eventId, unitId: town.units.sanxing, ...lecture, ...change, following };
	return editEvent(liu, command);
}

const words = (ids: string[]) =>
	Promise.all(
		ids.map(async (id) => {
			const { title, place } = (await findEvent(town.ctx.db, id))!;
			return [title, place];
		})
	);

async function trail(eventId: string, verb: string) {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select count(*) as n from audit_entries where subject_id = ? and verb = ?',
		args: [eventId, verb]
	});
	return Number(rows[0]!.n);
}

async function changes() {
	const { rows } = await town.ctx.db.$client.execute('select count(*) as n from event_changes');
	return Number(rows[0]!.n);
}
