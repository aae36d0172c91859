import { describe, expect, it } from 'vitest';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { newShift, mei, take, own, tang, town, eventId, openEvent, liu, freshTown, openShiftsOf } from './shift-town';

freshTown();

describe('taking a shift', () => {
	it('puts it on the own schedule and off the open list', async () => {
		const shift = await newShift('09:00', '11:00');
		expect(await openShiftsOf(mei)).toHaveLength(1);
		expect(await take(mei, shift)).toMatchObject({ ok: true });
		expect(await own(mei)).toMatchObject([{ duty: '签到引导', title: '健康讲座', place: '三星村文化广场' }]);
		expect(await openShiftsOf(mei)).toEqual([]);
		expect(await openShiftsOf(tang), 'one more is needed').toMatchObject([{ taken: 1, needed: 2 }]);
		expect((await listShiftsOfEvent(town.ctx.db, eventId))[0]!.claims).toMatchObject([
			{ accountId: town.accounts.mei.id }
		]);
	});

	it('sent twice lands once; with another id it is told to be one’s own already', async () => {
		const shift = await newShift('09:00', '11:00');
		const command = { id: town.ctx.newId(), shiftId: shift };
		expect(await takeShift(mei, command)).toEqual({ ok: true, claimId: command.id });
		expect(await takeShift(mei, command)).toEqual({ ok: true, claimId: command.id });
		expect(await take(mei, shift)).toEqual({ ok: false, refusal: 'already-yours' });
		expect(await own(mei)).toHaveLength(1);
		expect((await openShiftsOf(tang))[0]).toMatchObject({ taken: 1 });
	});

	it('that is full is refused', async () => {
		const shift = await newShift('09:00', '11:00', 1);
		await take(mei, shift);
		expect(await take(tang, shift)).toEqual({ ok: false, refusal: 'shift-full' });
		expect(await own(tang)).toEqual([]);
	});

	it('at the time of another one is refused, right after it is not, and a cancelled event’s shift is no obstacle', async () => {
		const elsewhere = await openEvent();
		await take(mei, await newShift('09:00', '11:00'));
		expect(await take(mei, await newShift('10:59', '12:00', 2, elsewhere))).toMatchObject({
			refusal: 'shift-overlaps'
		});
		expect(await take(mei, await newShift('08:00', '09:00', 2, elsewhere))).toMatchObject({ ok: true });
		expect(await take(mei, await newShift('11:00', '12:00', 2, elsewhere))).toMatchObject({ ok: true });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: elsewhere, reason: '下大雨' });
		const third = await openEvent();
		expect(await take(mei, await newShift('11:00', '12:00', 2, third))).toMatchObject({ ok: true });
		expect((await own(mei)).filter((shift) => shift.cancelledAt !== null)).toHaveLength(2);
	});

	it('is refused when it is over, for a draft and for a cancelled event', async () => {
		const inDraft = await newShift('09:00', '11:00', 2, await openEvent({ publish: false }));
		expect(await take(mei, inDraft)).toEqual({ ok: false, refusal: 'shift-closed' });
		const shift = await newShift('09:00', '11:00');
		town.clock.setDate('2026-03-20', '11:00');
		expect(await take(mei, shift)).toEqual({ ok: false, refusal: 'shift-closed' });
		town.clock.setDate('2026-03-20', '10:59');
		expect(await take(mei, shift), 'help that comes late is help').toMatchObject({ ok: true });
		town.clock.setDate('2026-03-02');
		await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '下大雨' });
		expect(await take(tang, shift)).toEqual({ ok: false, refusal: 'shift-closed' });
		expect(await openShiftsOf(tang)).toEqual([]);
	});

	it('is for anyone with an account, of the neighbouring village too, but not for visitors', async () => {
		const shift = await newShift('09:00', '11:00', 3);
		expect(await take(town.as('he'), shift)).toMatchObject({ ok: true });
		expect(await take(tang, shift)).toMatchObject({ ok: true });
		expect(await take(town.visitor, shift)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await take(mei, town.ctx.newId())).toEqual({ ok: false, refusal: 'shift-not-found' });
	});

	it('stays within the town: shifts of another one are neither listed nor taken', async () => {
		const shift = await newShift('09:00', '11:00');
		const stranger = actAs(town.ctx, {
			...(mei.actor as Extract<Context['actor'], { kind: 'account' }>),
			unitId: await otherTown()
		});
		expect(await openShiftsOf(stranger)).toEqual([]);
		expect(await take(stranger, shift)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});

async function otherTown(): Promise<string> {
	const id = town.ctx.newId();
	await town.ctx.db.$client.execute({
		sql: `insert into units (id, kind, name, position, valid_from_on, at) values (?, 'town', '外镇', 0, '2020-01-01', 0)`,
		args: [id]
	});
	return id;
}
