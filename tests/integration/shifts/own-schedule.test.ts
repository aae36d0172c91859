import { describe, expect, it } from 'vitest';
import { listOwnShifts } from '../../../src/lib/server/db/shifts/shift-lists';
import { at, town, mei, newShift, take, own, freshTown } from './shift-town';

freshTown();

describe('the own schedule', () => {
	it('parts what is to come, soonest first, from what is over, latest first', async () => {
		for (const from of ['13:00', '09:00', '11:00'])
			await take(mei, await newShift(from, `${Number(from.slice(0, 2)) + 1}:00`));
		expect((await own(mei)).map((shift) => shift.startsAt)).toEqual([at('09:00'), at('11:00'), at('13:00')]);
		town.clock.setDate('2026-03-20', '12:00');
		expect((await own(mei)).map((shift) => shift.startsAt)).toEqual([at('13:00')]);
		const over = await listOwnShifts(town.ctx.db, { accountId: town.accounts.mei.id, now: town.ctx.now(), over: true });
		expect(over.map((shift) => shift.startsAt)).toEqual([at('11:00'), at('09:00')]);
	});
});
