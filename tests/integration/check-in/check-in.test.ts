import { describe, expect, it } from 'vitest';
import { checkIn } from '../../../src/lib/server/check-in/check-in';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { countEntries, newSignup, openSlot } from '../events/open-slot';
import { party, at, letIn, counts, town, open, mei, complete, eachAtDoor } from './at-door';

eachAtDoor();

describe('checking in', () => {
	it('lets a party in as a whole, and says no the second time', async () => {
		const signupId = await party(3);
		at('08:30');
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 3, placed: 3 });
		expect(await letIn(signupId)).toEqual({ ok: false, refusal: 'already-in' });
		expect(await counts()).toMatchObject({ came: 3 });
	});

	it('under an id that let in others before is no replay of theirs', async () => {
		const [first, second] = [await party(1), await party(1)];
		at('08:30');
		const id = town.ctx.newId();
		await letIn(first, { id });
		expect(await letIn(second, { id })).toEqual({ ok: false, refusal: 'form-stale' });
		expect(await counts()).toMatchObject({ came: 1 });
	});

	it('sent twice lands once', async () => {
		const signupId = await party(2);
		at('08:30');
		const command = { id: town.ctx.newId(), slotId: open.slotId, signupId, people: null, how: 'camera' as const };
		expect(await checkIn(mei, command)).toEqual({ ok: true });
		expect(await checkIn(mei, command)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2 });
		expect(await countEntries(town, 'checkIn')).toBe(1);
	});

	it('takes a part of a party first and the others later, never more than have a place', async () => {
		const signupId = await party(4);
		at('08:30');
		expect(await letIn(signupId, { people: 1 })).toEqual({ ok: true });
		expect(await letIn(signupId, { people: 4 })).toEqual({ ok: false, refusal: 'more-than-granted' });
		expect(await letIn(signupId, { people: 2 })).toEqual({ ok: true });
		expect(await letIn(signupId)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4 });
	});

	it('of the same party at two doors at once lets each of them in once', async () => {
		const signupId = await party(6);
		at('08:30');
		const answers = await Promise.all(Array.from({ length: 12 }, () => letIn(signupId, { people: 1 })));
		expect(answers.filter(({ ok }) => ok)).toHaveLength(6);
		expect(await counts()).toMatchObject({ came: 6 });
	});

	it('is refused for a slip of another slot, a withdrawn one, one that waits, and an unknown one', async () => {
		const other = await openSlot(town, 10);
		const elsewhere = await party(1, other.slotId);
		const gone = await party(1);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: gone });
		await party(6);
		await party(4);
		const waits = await party(1);
		at('08:30');
		expect(await letIn(elsewhere)).toEqual({ ok: false, refusal: 'other-slot' });
		expect(await letIn(gone)).toEqual({ ok: false, refusal: 'signup-withdrawn' });
		expect(await letIn(waits)).toEqual({ ok: false, refusal: 'still-waiting' });
		expect(await letIn(town.ctx.newId())).toEqual({ ok: false, refusal: 'slip-unknown' });
		expect(await counts()).toMatchObject({ came: 0, placed: 10, waiting: 1 });
	});

	it('of a party that some of may come lets in those who have a place', async () => {
		await party(6);
		const signup = { ...newSignup(town, open.slotId, 6), acceptsSome: true };
		await signUp(town.visitor, signup);
		at('08:30');
		expect(await letIn(signup.id)).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 4 });
		expect(await letIn(signup.id)).toEqual({ ok: false, refusal: 'already-in' });
	});

	it('is possible from two hours before the start to the end of the day, and not in a cancelled or completed event', async () => {
		const [early, late, never] = [await party(1), await party(1), await party(1)];
		const off = await openSlot(town, 5);
		const inVain = await party(1, off.slotId);
		at('06:59');
		expect(await letIn(early)).toEqual({ ok: false, refusal: 'door-not-open' });
		at('07:00');
		expect(await letIn(early)).toEqual({ ok: true });
		at('23:59');
		expect(await letIn(late)).toEqual({ ok: true });
		town.clock.setDate('2026-04-02', '00:00');
		expect(await letIn(never)).toEqual({ ok: false, refusal: 'door-closed' });
		at('12:00');
		await complete();
		expect(await letIn(never)).toEqual({ ok: false, refusal: 'door-closed' });
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: off.eventId, reason: '下大雨' });
		expect(await letIn(inVain, { slotId: off.slotId })).toEqual({ ok: false, refusal: 'event-cancelled' });
	});

	it('keeps a party from withdrawing or shrinking behind the door’s back', async () => {
		const signupId = await party(3);
		at('08:30');
		await letIn(signupId, { people: 2 });
		const act = () => ({ id: town.ctx.newId(), signupId });
		expect(await withdrawSignup(town.visitor, act())).toEqual({ ok: false, refusal: 'checked-in-already' });
		expect(await changeParty(town.visitor, { ...act(), partySize: 1 })).toEqual({
			ok: false,
			refusal: 'checked-in-already'
		});
		expect(await changeParty(town.visitor, { ...act(), partySize: 2 })).toEqual({ ok: true });
		expect(await counts()).toMatchObject({ came: 2, placed: 2 });
	});
});
