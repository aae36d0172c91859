import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { listShiftsSince } from '../../../src/lib/server/db/shifts/shift-feeds';
import { listOwnShifts, listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { repeatEvent } from '../../../src/lib/server/events/event-series';
import { seeShiftMove } from '../../../src/lib/server/shifts/shift-moves';
import { joinLine } from '../../../src/lib/server/shifts/shift-waits';
import { addSlot } from '../../../src/lib/server/events/slots';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { shiftCalendar } from '../../../src/routes/feeds/shifts/[token].ics/shift-calendar';
import { accountOf, at, shiftsOf } from './open-shift';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let of: ReturnType<typeof shiftsOf>;
let eventId: string;
let mei: Context;

beforeEach(async () => {
	town = await openTestTown();
	of = shiftsOf(town);
	mei = town.as('mei');
	eventId = await of.openEvent();
});
afterEach(() => town.close());

describe('moving a slot with its shifts', () => {
	it('moves them by the same difference, those taken too, and says so to who has taken them until they have seen it', async () => {
		const [door, setUp] = [await of.newShift(eventId, '09:00', '11:00'), await of.newShift(eventId, '08:00', '09:00')];
		const claimId = await of.taken(mei, door);
		await of.taken(mei, setUp);
		expect(await move('10:00', '12:00', { reason: '医生上午有会' })).toEqual({ ok: true, shifts: 2 });
		expect(await times()).toEqual([
			[at('09:00'), at('10:00')],
			[at('10:00'), at('12:00')]
		]);
		const before = { startsAt: at('09:00'), endsAt: at('11:00'), reason: '医生上午有会' };
		expect((await own(mei)).find((shift) => shift.claimId === claimId)!.moved).toEqual(before);
		expect(await seeShiftMove(town.as('tang'), { id: of.id(), claimId })).toEqual({
			ok: false,
			refusal: 'shift-not-yours'
		});
		expect(await seeShiftMove(mei, { id: of.id(), claimId })).toEqual({ ok: true });
		expect(await seeShiftMove(mei, { id: of.id(), claimId })).toEqual({ ok: true });
		expect((await own(mei)).map(({ moved }) => moved === null)).toEqual([false, true]);
		expect((await listShiftsOfEvent(mei.db, eventId)).map(({ claims }) => claims[0]!.hasUnseen)).toEqual([true, false]);
		await move('10:30', '12:30', { reason: '再推半小时' });
		expect((await own(mei)).find((shift) => shift.claimId === claimId)!.moved).toEqual({
			startsAt: at('10:00'),
			endsAt: at('12:00'),
			reason: '再推半小时'
		});
	});

	it('tells no one who takes the shift afterwards, and gives calendars a newer version of it', async () => {
		const door = await of.newShift(eventId, '09:00', '11:00', 2);
		await of.taken(mei, door);
		await move('10:00', '12:00', { reason: '医生上午有会' });
		town.clock.advance(60_000);
		await of.taken(town.as('tang'), door);
		expect((await own(town.as('tang')))[0]!.moved).toBeNull();
		const file = shiftCalendar(await listShiftsSince(mei.db, accountOf(mei), 0), 'zh-CN');
		expect(file).toContain('SEQUENCE:1');
		expect(file).toContain('DTSTART:20260320T020000Z');
	});

	it('needs a reason once a volunteer has taken one, and none before', async () => {
		const door = await of.newShift(eventId, '09:00', '11:00');
		expect(await move('09:30', '11:30')).toEqual({ ok: true, shifts: 1 });
		await of.taken(mei, door);
		expect(await move('10:00', '12:00')).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await times()).toEqual([[at('09:30'), at('11:30')]]);
	});

	it('leaves them where they are unless it is asked for, and says that they stayed', async () => {
		await of.taken(mei, await of.newShift(eventId, '09:00', '11:00'));
		expect(await move('10:00', '12:00', { movesShifts: false })).toEqual({ ok: true, shifts: 0 });
		expect(await times()).toEqual([[at('09:00'), at('11:00')]]);
	});

	it('is refused as a whole where a volunteer has another shift at the new time', async () => {
		await of.taken(mei, await of.newShift(eventId, '09:00', '11:00'));
		await of.taken(mei, await of.newShift(await of.openEvent(), '11:00', '12:00'));
		expect(await move('09:30', '11:30', { reason: '推后' })).toEqual({ ok: false, refusal: 'moved-shift-overlaps' });
		expect(await times()).toEqual([[at('09:00'), at('11:00')]]);
		expect((await findEvent(mei.db, eventId))!.startsAt).toBe(at('09:00'));
	});

	it('moves only those that go with it: another slot’s stay, and so does one between two', async () => {
		await addSlot(town.as('liu'), { id: of.id(), eventId, startsAt: at('14:00'), endsAt: at('15:00'), capacity: null });
		await of.newShift(eventId, '09:00', '11:00');
		await of.newShift(eventId, '09:30', '14:30');
		await of.newShift(eventId, '13:30', '15:00');
		expect(await move('08:00', '10:00')).toEqual({ ok: true, shifts: 1 });
		expect(await times()).toEqual([
			[at('08:00'), at('10:00')],
			[at('09:30'), at('14:30')],
			[at('13:30'), at('15:00')]
		]);
	});

	it('moves those of the events that follow, also of one volunteer from one event’s time to the next one’s', async () => {
		await repeatEvent(town.as('liu'), { id: of.id(), eventId, rule: 'weekly', every: 1, times: 1 });
		const { rows } = await mei.db.$client.execute('select id from events order by starts_at');
		const nextId = String(rows[1]!.id);
		await of.taken(mei, await of.newShift(eventId, '09:00', '11:00'));
		const week = 7 * 86_400_000;
		await mei.db.$client.execute({
			sql: `insert into shifts (id, event_id, duty, starts_at, ends_at, needed, taken, at) values ('next', ?, '引导', ?, ?, 1, 0, 0)`,
			args: [nextId, at('09:00') + week, at('11:00') + week]
		});
		await of.taken(mei, 'next');
		const change = { startsAt: at('09:00') + week, endsAt: at('11:00') + week, capacity: null };
		const { slots } = (await findEvent(mei.db, eventId))!;
		const command = { id: of.id(), eventId, slotId: slots[0]!.id, ...change, following: true, movesShifts: true };
		expect(await editSlot(town.as('liu'), { ...command, reason: '都推一周' })).toEqual({ ok: true, shifts: 2 });
		expect((await own(mei)).map(({ startsAt }) => startsAt)).toEqual([at('09:00') + week, at('09:00') + 2 * week]);
	});

	it('lets those up who waited and were held up by a shift that moved away', async () => {
		const [here, other] = [await of.newShift(eventId, '09:00', '11:00'), await of.openEvent()];
		const wanted = await of.newShift(other, '09:00', '11:00');
		const tang = town.as('tang');
		const claim = await of.taken(tang, wanted);
		expect(await joinLine(mei, { id: of.id(), shiftId: wanted })).toMatchObject({ ok: true });
		await of.taken(mei, here);
		await of.giveBack(tang, claim);
		expect(await of.held(mei)).toEqual([here]);
		await move('13:00', '15:00', { reason: '改到下午' });
		expect((await of.held(mei)).sort()).toEqual([here, wanted].sort());
	});

	it('of a shift that is taken is refused by the schema itself when no reason is written down', async () => {
		const shiftId = await of.newShift(eventId, '09:00', '11:00');
		await of.taken(mei, shiftId);
		const push = 'update shifts set starts_at = starts_at + 1 where id = ?';
		await expect(mei.db.$client.execute({ sql: push, args: [shiftId] })).rejects.toThrow('refusal:reason-missing');
	});
});

async function move(from: string, to: string, { reason = '', movesShifts = true } = {}) {
	const [slot] = (await findEvent(town.ctx.db, eventId))!.slots;
	const change = { startsAt: at(from), endsAt: at(to), capacity: null };
	return editSlot(town.as('liu'), { id: of.id(), eventId, slotId: slot!.id, ...change, reason, movesShifts });
}

const times = async () =>
	(await listShiftsOfEvent(town.ctx.db, eventId)).map(({ startsAt, endsAt }) => [startsAt, endsAt]);

const own = (ctx: Context) => listOwnShifts(ctx.db, { accountId: accountOf(ctx), now: town.ctx.now() });
