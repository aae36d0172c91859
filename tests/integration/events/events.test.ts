import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { countEvents, listEvents, listUpcomingEvents } from '../../../src/lib/server/db/events/event-lists';
import { pageSize } from '../../../src/lib/server/db/keyset';
import { findEvent, findPublicEvent } from '../../../src/lib/server/db/events/events';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signups';
import { addSlot, editSlot, removeSlot } from '../../../src/lib/server/events/slots';
import {
	cancelEvent,
	createEvent,
	editEvent,
	publishEvent,
	type CreateEventCommand
} from '../../../src/lib/server/events/events';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let liu: Context;

beforeEach(async () => {
	town = await openTestTown();
	liu = town.as('liu');
});
afterEach(() => town.close());

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
		const line = (await listSignupsOfSlot(town.ctx.db, slotId)).map((row) => row.place);
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

describe('completing', () => {
	it('is refused before the start, for a draft and for a cancelled event', async () => {
		const { eventId } = await publish();
		const done = (id: string) => completeEvent(liu, { id: town.ctx.newId(), eventId: id, attended: 30, note: '' });
		expect(await done(eventId)).toEqual({ ok: false, refusal: 'event-not-begun' });
		town.clock.setDate('2026-03-20', '09:00');
		expect(await done((await create()).eventId)).toEqual({ ok: false, refusal: 'event-not-held' });
		expect(await done(eventId)).toEqual({ ok: true });
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '记错了' })).toMatchObject({
			refusal: 'event-completed'
		});
	});

	it('of a blood drive says donors and millilitres, donors within those who came', async () => {
		const { eventId } = await publish({ kind: 'blood-drive', topic: null });
		town.clock.setDate('2026-03-20', '12:00');
		const done = (told: { donors?: number; millilitres?: number }) =>
			completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 40, note: '', ...told });
		expect(await done({})).toMatchObject({ refusal: 'donors-missing' });
		expect(await done({ donors: 30 })).toMatchObject({ refusal: 'millilitres-missing' });
		expect(await done({ donors: 41, millilitres: 12_000 })).toMatchObject({ refusal: 'donors-more-than-attended' });
		expect(await done({ donors: 30, millilitres: 9600 })).toEqual({ ok: true });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ completion: { donors: 30, millilitres: 9600 } });
	});

	it('again mends the numbers, and the old ones stay in the audit trail', async () => {
		const { eventId } = await publish();
		town.clock.setDate('2026-03-20', '12:00');
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 30, donors: 5, note: '' });
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 33, note: '' });
		expect(await findEvent(town.ctx.db, eventId)).toMatchObject({ completion: { attended: 33, donors: null } });
		expect(await lastDetail('correctCompletion')).toEqual({
			fields: ['attended'],
			before: { attended: 30 },
			after: { attended: 33 }
		});
	});
});

describe('the public list', () => {
	it('has what is published and not over, soonest first, the cancelled among it marked', async () => {
		await create({ title: '草稿' });
		await publish({ title: '三月二十日' });
		const off = await publish({ title: '取消了的', slots: [slot('08:00', '09:00')] });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: off.eventId, reason: '下大雨' });
		await publish({ title: '开过了的', slots: [slot('09:00', '10:00', null, '2026-03-01')] });
		const rows = await upcoming();
		expect(rows.map((row) => [row.title, row.cancelledAt !== null])).toEqual([
			['取消了的', true],
			['三月二十日', false]
		]);
		expect(rows[1]).toMatchObject({ unitName: '三星村', slots: 1, startsAt: at('09:00') });
	});

	it('counts the places that are free at once: none where others wait or the slot has begun, null without a limit', async () => {
		const { slotId } = await publish({ slots: [slot('09:00', '10:00', 3), slot('10:00', '11:00', 10)] });
		const free = async () => (await upcoming())[0]?.freePlaces;
		expect(await free()).toBe(13);
		await party(slotId, 2);
		expect(await free()).toBe(11);
		await party(slotId, 2);
		expect(await free(), 'one place is free, but a party of two waits for it').toBe(10);
		town.clock.setDate('2026-03-20', '09:30');
		expect((await upcoming())[0]).toMatchObject({ openSlots: 1, slots: 2, freePlaces: 10 });
		await publish({ slots: [slot('08:00', '12:00')] });
		town.clock.setDate('2026-03-02');
		expect((await upcoming())[0]).toMatchObject({ freePlaces: null });
	});

	it('goes on after a row, by kind, without gap or double', async () => {
		for (let nth = 0; nth < 5; nth++) await publish({ title: `第${nth}场` });
		await publish({ title: '献血', kind: 'blood-drive', topic: null });
		const first = await upcoming({ size: 4, kind: 'lecture' });
		const rest = await upcoming({ size: 4, kind: 'lecture', cursor: { below: keyOf(first.at(-1)!) } });
		expect([...first, ...rest].map((row) => row.title)).toEqual(['第0场', '第1场', '第2场', '第3场', '第4场']);
	});

	it('and an event are each one round trip', async () => {
		const { eventId } = await publish();
		expect((await countRoundTrips(() => upcoming())).count).toBe(1);
		expect((await countRoundTrips(() => findPublicEvent(town.ctx.db, eventId))).count).toBe(1);
	});
});

describe('the desk’s list', () => {
	it('shows the own unit and what is below it, in the view it belongs to', async () => {
		await create({ title: '草稿' });
		await publish({ title: '要办的' });
		await publish({ title: '开过了的', slots: [slot('09:00', '10:00', null, '2026-03-01')] });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: (await publish()).eventId, reason: '下大雨' });
		await createEvent(town.as('he'), draft({ title: '河沙的', unitId: town.units.hesha }));
		const titles = async (scope: string, view: 'upcoming' | 'past' | 'drafts') =>
			(await desk(scope, view)).rows.map((row) => row.title);
		const { sanxing, town: whole } = town.units;
		expect(await titles(sanxing, 'drafts')).toEqual(['草稿']);
		expect(await titles(sanxing, 'upcoming')).toEqual(['要办的']);
		expect(await titles(sanxing, 'past')).toEqual(['开过了的']);
		expect(await titles(whole, 'drafts')).toEqual(['河沙的', '草稿']);
		expect(await countEvents(town.ctx.db, { scope: sanxing, now: town.ctx.now() })).toEqual({
			upcoming: 1,
			past: 1,
			drafts: 1,
			cancelled: 1
		});
	});

	it('is paged in both directions without gap or double', async () => {
		const all = pageSize * 2 + 3;
		for (let nth = 0; nth < all; nth++) await create({ title: `${nth}` });
		const first = await desk(town.units.sanxing, 'drafts');
		const second = await desk(town.units.sanxing, 'drafts', { cursor: { below: keyOf(first.rows.at(-1)!) } });
		const third = await desk(town.units.sanxing, 'drafts', { cursor: { below: keyOf(second.rows.at(-1)!) } });
		const titles = [...first.rows, ...second.rows, ...third.rows].map((row) => Number(row.title));
		expect(titles).toEqual(Array.from({ length: all }, (_, nth) => all - 1 - nth));
		expect([first, second, third].map((page) => [page.hasAbove, page.hasBelow])).toEqual([
			[false, true],
			[true, true],
			[true, false]
		]);
		const back = await desk(town.units.sanxing, 'drafts', { cursor: { above: keyOf(third.rows[0]!) } });
		expect(back).toEqual(second);
		const start = await desk(town.units.sanxing, 'drafts', { cursor: { above: keyOf(second.rows[0]!) } });
		expect(start).toEqual(first);
	});
});

const day = '2026-03-20';
const at = (time: string, on = day) => instantOf(on, time);

function slot(from: string, to: string, capacity: number | null = null, on = day) {
	return { id: town.ctx.newId(), startsAt: at(from, on), endsAt: at(to, on), capacity };
}

function draft(change: Partial<CreateEventCommand> = {}): CreateEventCommand {
	return {
		id: town.ctx.newId(),
		unitId: town.units.sanxing,
		kind: 'lecture',
		topic: 'health',
		title: '健康讲座',
		place: '三星村文化广场',
		description: '',
		partner: '',
		contactPhone: '02370000001',
		slots: [slot('09:00', '10:00')],
		...change
	};
}

async function create(change: Partial<CreateEventCommand> = {}) {
	const command = draft(change);
	expect(await createEvent(liu, command)).toMatchObject({ ok: true });
	return { eventId: command.id, slotId: command.slots[0]?.id ?? '' };
}

async function publish(change: Partial<CreateEventCommand> = {}) {
	const made = await create(change);
	expect(await publishEvent(liu, { id: town.ctx.newId(), eventId: made.eventId })).toEqual({ ok: true });
	return made;
}

let callers = 0;
function party(slotId: string, partySize: number) {
	const phone = `139${String(++callers).padStart(8, '0')}`;
	return signUp(town.visitor, { id: town.ctx.newId(), slotId, name: '测试人', phone, villageId: null, partySize });
}

const keyOf = ({ startsAt, id }: { startsAt: number | null; id: string }) => ({ key: startsAt ?? 0, id });

const upcoming = async (filter: Partial<Parameters<typeof listUpcomingEvents>[1]> = {}) =>
	(await listUpcomingEvents(town.ctx.db, { now: town.ctx.now(), ...filter })).rows;

const desk = (
	scope: string,
	view: Parameters<typeof listEvents>[1]['view'],
	filter: Partial<Parameters<typeof listEvents>[1]> = {}
) => listEvents(town.ctx.db, { scope, view, now: town.ctx.now(), ...filter });

async function entries(verb: string): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select count(*) as n from audit_entries where verb = ?',
		args: [verb]
	});
	return Number(rows[0]!.n);
}

async function lastDetail(verb: string): Promise<unknown> {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select detail from audit_entries where verb = ? order by at desc limit 1',
		args: [verb]
	});
	return JSON.parse(String(rows[0]!.detail));
}
