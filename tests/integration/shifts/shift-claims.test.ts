import { describe, expect, it } from 'vitest';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listOpenShifts, listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { takeShift } from '../../../src/lib/server/shifts/shift-claims';
import {
	newShift,
	mei,
	take,
	own,
	tang,
	town,
	eventId,
	openEvent,
	liu,
	taken,
	giveBack,
	accountOf,
	freshTown
} from './shift-town';

freshTown();

describe('taking a shift', () => {
	it('puts it on the own schedule and off the open list', async () => {
		const shift = await newShift('09:00', '11:00');
		expect(await open(mei)).toHaveLength(1);
		expect(await take(mei, shift)).toMatchObject({ ok: true });
		expect(await own(mei)).toMatchObject([{ duty: '签到引导', title: '健康讲座', place: '三星村文化广场' }]);
		expect(await open(mei)).toEqual([]);
		expect(await open(tang), 'one more is needed').toMatchObject([{ taken: 1, needed: 2 }]);
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
		expect((await open(tang))[0]).toMatchObject({ taken: 1 });
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
		expect(await open(tang)).toEqual([]);
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
		expect(await open(stranger)).toEqual([]);
		expect(await take(stranger, shift)).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});

describe('under a crowd', () => {
	it('a shift that needs three gets exactly three of twenty', async () => {
		const shift = await newShift('09:00', '11:00', 3);
		const volunteers = await Promise.all(Array.from({ length: 20 }, (_, nth) => volunteer(nth)));
		const answers = await Promise.all(volunteers.map((ctx) => take(ctx, shift)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
		expect(answers.filter((answer) => !answer.ok && answer.refusal === 'shift-full')).toHaveLength(17);
		const [listed] = await listShiftsOfEvent(town.ctx.db, eventId);
		expect([listed!.taken, listed!.claims.length]).toEqual([3, 3]);
	});

	it('one volunteer who takes ten overlapping shifts at once has one', async () => {
		const shifts = await Promise.all(Array.from({ length: 10 }, (_, nth) => newShift(`09:0${nth}`, '11:00')));
		const answers = await Promise.all(shifts.map((shift) => take(mei, shift)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.ok && answer.refusal === 'shift-overlaps')).toHaveLength(9);
		expect(await own(mei)).toHaveLength(1);
	});

	it('a double tap on the same shift, under two ids, is one claim', async () => {
		const shift = await newShift('09:00', '11:00');
		const answers = await Promise.all([take(mei, shift), take(mei, shift)]);
		expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
		expect((await open(tang))[0]).toMatchObject({ taken: 1 });
	});
});

describe('giving a shift back', () => {
	it('frees the place for others and for oneself', async () => {
		const shift = await newShift('09:00', '11:00', 1);
		const claimId = await taken(mei, shift);
		expect(await giveBack(mei, claimId)).toEqual({ ok: true });
		expect(await giveBack(mei, claimId), 'twice is once').toEqual({ ok: true });
		expect(await own(mei)).toEqual([]);
		const again = await taken(tang, shift);
		expect(await take(mei, shift)).toEqual({ ok: false, refusal: 'shift-full' });
		await giveBack(tang, again);
		expect(await take(mei, shift)).toMatchObject({ ok: true });
	});

	it('is refused once it has begun', async () => {
		const claimId = await taken(mei, await newShift('09:00', '11:00'));
		town.clock.setDate('2026-03-20', '09:00');
		expect(await giveBack(mei, claimId)).toEqual({ ok: false, refusal: 'shift-begun' });
		expect(await own(mei)).toHaveLength(1);
	});

	it('is for its volunteer, and for cadres of the event’s unit when one calls', async () => {
		const claimId = await taken(mei, await newShift('09:00', '11:00'));
		for (const other of [tang, town.as('he'), town.visitor])
			expect(await giveBack(other, claimId)).toEqual({ ok: false, refusal: 'shift-not-yours' });
		expect(await giveBack(liu, claimId)).toEqual({ ok: true });
		expect(await giveBack(mei, town.ctx.newId())).toEqual({ ok: false, refusal: 'shift-not-found' });
	});
});

const open = async (ctx: Context) =>
	(await listOpenShifts(town.ctx.db, { ...accountOf(ctx), now: town.ctx.now() })).rows;

/** One more volunteer of the town. */
async function volunteer(nth: number): Promise<Context> {
	const accountId = town.ctx.newId();
	const username = `helper${nth}`;
	await town.ctx.db.$client.execute({
		sql: `insert into accounts (id, username, name_sealed, role, unit_id, password_hash, must_change_password, at)
			values (?, ?, 'v1.none', 'volunteer', ?, 'none', 0, 0)`,
		args: [accountId, username, town.units.town]
	});
	return actAs(town.ctx, {
		kind: 'account',
		accountId,
		username,
		role: 'volunteer',
		unitId: town.units.town,
		mustChangePassword: false
	});
}

async function otherTown(): Promise<string> {
	const id = town.ctx.newId();
	await town.ctx.db.$client.execute({
		sql: `insert into units (id, kind, name, position, valid_from_on, at) values (?, 'town', '外镇', 0, '2020-01-01', 0)`,
		args: [id]
	});
	return id;
}
