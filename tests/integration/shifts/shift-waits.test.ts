import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeAccount } from '../../../src/lib/server/people/account-acts';
import type { Context } from '../../../src/lib/server/context';
import { listAuditEntries } from '../../../src/lib/server/db/audit/audit-list';
import { listOwnWaits, listWaitsOfEvent } from '../../../src/lib/server/db/shifts/shift-waits';
import { listOpenShifts, listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { joinLine, leaveLine } from '../../../src/lib/server/shifts/shift-waits';
import { editShift } from '../../../src/lib/server/shifts/shift-edits';
import { takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { accountOf, at, shiftsOf } from './open-shift';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let shifts: ReturnType<typeof shiftsOf>;
let liu: Context;
let mei: Context;
let tang: Context;
let he: Context;
let eventId: string;

beforeEach(async () => {
	town = await openTestTown();
	shifts = shiftsOf(town);
	[liu, mei, tang, he] = [town.as('liu'), town.as('mei'), town.as('tang'), town.as('he')];
	eventId = await shifts.openEvent();
});
afterEach(() => town.close());

const join = (ctx: Context, shiftId: string) => joinLine(ctx, { id: shifts.id(), shiftId });
const waits = (ctx: Context) => listOwnWaits(ctx.db, { accountId: accountOf(ctx), now: town.ctx.now() });

async function full(needed = 1, from = '09:00', to = '11:00') {
	const shiftId = await shifts.newShift(eventId, from, to, needed);
	return { shiftId, claimId: await shifts.taken(mei, shiftId) };
}

it('who waits for a full shift knows the place in line, and is moved up in order when a holder gives it back', async () => {
	const { shiftId, claimId } = await full();
	expect(await join(tang, shiftId)).toEqual({ ok: true, position: 1 });
	expect(await join(he, shiftId)).toEqual({ ok: true, position: 2 });
	expect(await waits(he)).toMatchObject([{ id: shiftId, position: 2, duty: '签到引导' }]);
	await shifts.giveBack(mei, claimId);
	expect(await shifts.held(tang)).toEqual([shiftId]);
	expect(await waits(tang)).toEqual([]);
	expect(await waits(he), 'the next one moves to the head').toMatchObject([{ position: 1 }]);
	expect((await listShiftsOfEvent(town.ctx.db, eventId))[0]).toMatchObject({ taken: 1, needed: 1 });
});

it('each moving up is in the trail of the event’s unit', async () => {
	const { shiftId, claimId } = await full();
	await join(tang, shiftId);
	await shifts.giveBack(mei, claimId);
	const { rows: entries } = await listAuditEntries(town.ctx.db, {
		scope: town.units.sanxing,
		isWhole: false,
		verb: 'promoteShiftWait'
	});
	expect(entries).toMatchObject([{ actorKind: 'system', subjectId: shiftId, unitName: '三星村' }]);
	expect(entries[0]!.detail).toContain(accountOf(tang));
});

it('more needed moves up as many as there is room for, and no more', async () => {
	const { shiftId } = await full();
	const more = await Promise.all([1, 2, 3].map((nth) => shifts.volunteer(nth)));
	for (const ctx of more) await join(ctx, shiftId);
	const words = { duty: '签到引导', startsAt: at('09:00'), endsAt: at('11:00') };
	expect(await editShift(liu, { id: shifts.id(), shiftId, ...words, needed: 3 })).toEqual({ ok: true });
	expect(await Promise.all(more.map(async (ctx) => (await shifts.held(ctx)).length))).toEqual([1, 1, 0]);
	expect(await waits(more[2]!)).toMatchObject([{ position: 1 }]);
});

it('who has another shift at that time is passed over, keeps the place, and moves up when that one is given back', async () => {
	const { shiftId, claimId } = await full(2);
	const second = await shifts.taken(liu, shiftId);
	await join(tang, shiftId);
	await join(he, shiftId);
	const other = await shifts.newShift(eventId, '10:00', '12:00');
	const otherClaim = await shifts.taken(tang, other);
	await shifts.giveBack(mei, claimId);
	expect(await shifts.held(he)).toEqual([shiftId]);
	expect(await shifts.held(tang)).toEqual([other]);
	await shifts.giveBack(liu, second);
	expect(await shifts.held(tang), 'a free place is no use yet').toEqual([other]);
	await shifts.giveBack(tang, otherClaim);
	expect(await shifts.held(tang)).toEqual([shiftId]);
});

it('no one takes a free place past a volunteer in line who could come', async () => {
	const { shiftId, claimId } = await full();
	await join(tang, shiftId);
	const other = await shifts.newShift(await shifts.openEvent(), '10:00', '12:00');
	await shifts.taken(tang, other);
	await shifts.giveBack(mei, claimId);
	const [{ event_id: otherEvent }] = (
		await town.ctx.db.$client.execute({ sql: 'select event_id from shifts where id = ?', args: [other] })
	).rows as unknown as [{ event_id: string }];
	await cancelEvent(liu, { id: shifts.id(), eventId: otherEvent, reason: '下大雨' });
	expect(await takeShift(he, { id: shifts.id(), shiftId })).toEqual({ ok: false, refusal: 'shift-has-line' });
	expect(await join(he, shiftId), 'but one can stand behind').toEqual({ ok: true, position: 2 });
	expect(await takeShift(tang, { id: shifts.id(), shiftId })).toMatchObject({ ok: true });
	expect(await waits(tang), 'taking it ends the wait').toEqual([]);
});

it('waiting is for full shifts alone, once, before they begin, by whom nothing keeps from coming', async () => {
	const { shiftId } = await full();
	const roomy = await shifts.newShift(eventId, '13:00', '14:00', 2);
	expect(await join(tang, roomy)).toEqual({ ok: false, refusal: 'shift-has-room' });
	expect(await join(mei, shiftId)).toEqual({ ok: false, refusal: 'already-yours' });
	await join(tang, shiftId);
	expect(await join(tang, shiftId)).toEqual({ ok: false, refusal: 'already-waiting' });
	expect(await join(town.visitor, shiftId)).toEqual({ ok: false, refusal: 'not-your-unit' });
	expect(await join(tang, shifts.id())).toEqual({ ok: false, refusal: 'shift-not-found' });
	await shifts.taken(he, await shifts.newShift(eventId, '08:00', '09:30'));
	expect(await join(he, shiftId)).toEqual({ ok: false, refusal: 'shift-overlaps' });
	town.clock.setDate('2026-03-20', '09:00');
	expect(await join(await shifts.volunteer(1), shiftId)).toEqual({ ok: false, refusal: 'shift-closed' });
});

it('the same form twice is one place in line', async () => {
	const { shiftId } = await full();
	const command = { id: shifts.id(), shiftId };
	expect(await joinLine(tang, command)).toEqual({ ok: true, position: 1 });
	expect(await joinLine(tang, command)).toEqual({ ok: true, position: 1 });
	expect(await listWaitsOfEvent(town.ctx.db, eventId)).toHaveLength(1);
});

it('one can leave the line, oneself alone, and is then not moved up', async () => {
	const { shiftId, claimId } = await full();
	await join(tang, shiftId);
	await join(he, shiftId);
	const [{ waitId } = { waitId: '' }] = await waits(tang);
	const leave = (ctx: Context) => leaveLine(ctx, { id: shifts.id(), waitId });
	expect(await leave(he)).toEqual({ ok: false, refusal: 'wait-not-yours' });
	expect(await leave(tang)).toEqual({ ok: true });
	expect(await leave(tang)).toEqual({ ok: false, refusal: 'wait-over' });
	await shifts.giveBack(mei, claimId);
	expect(await shifts.held(tang)).toEqual([]);
	expect(await shifts.held(he)).toEqual([shiftId]);
});

it('no one is moved up with a closed account, after the start, or for a cancelled event', async () => {
	const { shiftId, claimId } = await full();
	await join(tang, shiftId);
	await join(he, shiftId);
	await closeAccount(town.as('zhou'), { id: shifts.id(), accountId: accountOf(tang) });
	await shifts.giveBack(mei, claimId);
	expect(await shifts.held(tang)).toEqual([]);
	expect(await shifts.held(he)).toEqual([shiftId]);
	const later = await full(1, '13:00', '14:00');
	await join(he, later.shiftId);
	await cancelEvent(liu, { id: shifts.id(), eventId, reason: '下大雨' });
	await shifts.giveBack(mei, later.claimId);
	expect(await shifts.held(he)).toEqual([shiftId]);
	expect(await waits(he), 'the line of a cancelled event is gone from view').toEqual([]);
});

it('what one waits for is not among the open shifts, and full ones are listed apart', async () => {
	const { shiftId } = await full();
	const list = async (ctx: Context, full: boolean) =>
		(
			await listOpenShifts(ctx.db, {
				unitId: town.units.town,
				accountId: accountOf(ctx),
				now: town.ctx.now(),
				full
			})
		).rows.map((shift) => shift.id);
	expect(await list(tang, true)).toEqual([shiftId]);
	expect(await list(mei, true)).toEqual([]);
	await join(tang, shiftId);
	expect(await list(tang, true)).toEqual([]);
	expect(await list(tang, false)).toEqual([]);
});

it('under a crowd giving back and joining at once, no one is lost and the shift is never over-full', async () => {
	const shiftId = await shifts.newShift(eventId, '09:00', '11:00', 3);
	const all = await Promise.all(Array.from({ length: 12 }, (_, nth) => shifts.volunteer(nth)));
	const claims = await Promise.all(all.slice(0, 3).map((ctx) => shifts.taken(ctx, shiftId)));
	await Promise.all([
		...all.slice(3).map((ctx) => join(ctx, shiftId)),
		...claims.map((claimId, nth) => shifts.giveBack(all[nth]!, claimId))
	]);
	const [shift] = await listShiftsOfEvent(town.ctx.db, eventId);
	const line = await listWaitsOfEvent(town.ctx.db, eventId);
	expect(shift!.taken).toBe(shift!.claims.length);
	expect(shift!.claims.length).toBeLessThanOrEqual(3);
	if (line.length > 0) expect(shift!.taken, 'no one waits while there is room').toBe(3);
});
