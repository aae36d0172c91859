import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { createShift, removeShift } from '../../../src/lib/server/shifts/shifts';
import { editShift } from '../../../src/lib/server/shifts/shift-edits';
import { at, eventId, town, mei, liu, newShift, take, tang, own, taken, giveBack, freshTown } from './shift-town';

freshTown();

describe('the event’s cadre', () => {
	it('adds shifts to own events alone, until the event is over or off', async () => {
		const words = { duty: '签到引导', startsAt: at('09:00'), endsAt: at('11:00'), needed: 2 };
		const add = (ctx: Context, to = eventId, change = {}) =>
			createShift(ctx, { id: town.ctx.newId(), eventId: to, ...words, ...change });
		for (const other of [mei, town.as('he'), town.visitor])
			expect(await add(other)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await add(liu, town.ctx.newId())).toEqual({ ok: false, refusal: 'event-not-found' });
		expect(await add(liu, eventId, { endsAt: at('08:00') })).toEqual({ ok: false, refusal: 'end-before-start' });
		expect(await add(town.as('zhou'))).toMatchObject({ ok: true });
		town.clock.setDate('2026-03-20', '12:00');
		await completeEvent(liu, { id: town.ctx.newId(), eventId, attended: 3, note: '' });
		expect(await add(liu)).toEqual({ ok: false, refusal: 'event-completed' });
	});

	it('changes duty and number at any time, and once a volunteer has taken it the time only with a reason', async () => {
		const shiftId = await newShift('09:00', '11:00');
		const edit = (change: object) =>
			editShift(liu, {
				id: town.ctx.newId(),
				shiftId,
				duty: '搬桌椅',
				startsAt: at('09:00'),
				endsAt: at('11:00'),
				needed: 2,
				...change
			});
		expect(await edit({ startsAt: at('08:00') })).toEqual({ ok: true });
		await take(mei, shiftId);
		await take(tang, shiftId);
		expect(await edit({ startsAt: at('08:30') })).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await edit({ startsAt: at('08:00'), needed: 1 })).toEqual({ ok: false, refusal: 'needed-below-taken' });
		expect(await edit({ startsAt: at('08:00'), needed: 5, duty: '看车' })).toEqual({ ok: true });
		expect(await own(mei)).toMatchObject([{ duty: '看车', startsAt: at('08:00'), moved: null }]);
		expect(await edit({ startsAt: at('08:30'), needed: 5, reason: '场地八点半才开门' })).toEqual({ ok: true });
		expect(await own(mei)).toMatchObject([
			{ startsAt: at('08:30'), moved: { startsAt: at('08:00'), endsAt: at('11:00'), reason: '场地八点半才开门' } }
		]);
	});

	it('removes a shift that was never taken, and no other', async () => {
		const shiftId = await newShift('09:00', '11:00');
		const remove = (ctx: Context) => removeShift(ctx, { id: town.ctx.newId(), shiftId });
		expect(await remove(town.as('he'))).toEqual({ ok: false, refusal: 'not-your-unit' });
		const claimId = await taken(mei, shiftId);
		expect(await remove(liu)).toEqual({ ok: false, refusal: 'shift-has-claims' });
		await giveBack(mei, claimId);
		expect(await remove(liu), 'who had taken it stays on record').toEqual({ ok: false, refusal: 'shift-has-claims' });
		const unused = await newShift('13:00', '14:00');
		expect(await removeShift(liu, { id: town.ctx.newId(), shiftId: unused })).toEqual({ ok: true });
		expect(await removeShift(liu, { id: town.ctx.newId(), shiftId: unused })).toEqual({ ok: true });
		expect(await listShiftsOfEvent(town.ctx.db, eventId)).toHaveLength(1);
	});
});
