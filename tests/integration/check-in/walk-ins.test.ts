import { describe, expect, it } from 'vitest';
import { listParties } from '../../../src/lib/server/db/check-in/parties';
import { undoCheckIn } from '../../../src/lib/server/check-in/check-in';
import { openSlot } from '../events/open-slot';
import { at, town, comes, counts, open, party, mei, eachAtDoor } from './at-door';

eachAtDoor();

describe('a walk-in', () => {
	it('is put down and let in at once, without name or telephone', async () => {
		at('08:30');
		const id = town.ctx.newId();
		expect(await comes(3, { id })).toEqual({ ok: true, status: 'confirmed', position: null });
		expect(await comes(3, { id }), 'twice is once').toMatchObject({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, placed: 3, taken: 3 });
		expect(await listParties(town.ctx.db, open.slotId)).toMatchObject([{ origin: 'walk-in', phoneSealed: null }]);
	});

	it('before the start joins the line behind those who wait', async () => {
		await party(6);
		await party(5);
		at('08:30');
		expect(await comes(1)).toEqual({ ok: true, status: 'waitlisted', position: 2 });
		expect(await counts()).toMatchObject({ came: 0, taken: 6, waiting: 2 });
	});

	it('after the start takes a free place before those who wait, and never one that is not there', async () => {
		await party(6);
		await party(5);
		at('09:00');
		expect(await comes(4)).toMatchObject({ status: 'confirmed' });
		expect(await comes(1)).toEqual({ ok: false, refusal: 'slot-full' });
		expect(await counts()).toMatchObject({ came: 4, taken: 10 });
	});

	it('of twenty at once fills the places and no more', async () => {
		at('09:10');
		const answers = await Promise.all(Array.from({ length: 20 }, () => comes(1)));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
		expect(await counts()).toMatchObject({ came: 10, taken: 10 });
	});

	it('is taken back with its place, after the start too', async () => {
		at('09:10');
		const id = town.ctx.newId();
		await comes(6, { id });
		expect(await undoCheckIn(mei, { id: town.ctx.newId(), checkInId: id })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 0, placed: 0, taken: 0 });
	});

	it('is refused before the door opens, after its day, and larger than the slot', async () => {
		const small = await openSlot(town, 2);
		at('06:30');
		expect(await comes(1)).toEqual({ ok: false, refusal: 'door-not-open' });
		at('09:30');
		expect(await comes(3, small)).toEqual({ ok: false, refusal: 'party-larger-than-slot' });
		town.clock.setDate('2026-04-02', '00:00');
		expect(await comes(1)).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await counts()).toMatchObject({ came: 0, taken: 0 });
	});
});
