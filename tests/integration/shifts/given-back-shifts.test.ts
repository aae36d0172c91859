import { describe, expect, it } from 'vitest';
import { newShift, mei, take, own, tang, town, liu, taken, giveBack, freshTown } from './shift-town';

freshTown();

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
