import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { signUp } from '../../../src/lib/server/signups/signups';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { newSignup, openSlot } from '../events/open-slot';
import { town, rows, drain, gateway, minute, cancel, freshTown } from './outbox-town';

freshTown();

describe('the outbox', () => {
	it('reminds people with a place of tomorrow once, from nine on', async () => {
		const { slotId, eventId } = await openSlot(town, 1);
		const [confirmed, waiting] = [newSignup(town, slotId), newSignup(town, slotId)];
		await signUp(town.visitor, confirmed);
		await signUp(town.visitor, waiting);
		town.clock.setDate('2026-03-30', '20:00');
		await drain();
		town.clock.setDate('2026-03-31', '08:59');
		await drain();
		expect(await rows()).toEqual([]);
		town.clock.setDate('2026-03-31', '09:00');
		await drain();
		town.clock.advance(minute);
		await drain();
		expect(await rows()).toMatchObject([{ kind: 'reminder', state: 'sent', signupId: confirmed.id }]);
		expect(gateway.got).toHaveLength(1);
		await cancel(eventId);
		await drain();
		expect((await rows()).filter(({ kind }) => kind === 'reminder')).toHaveLength(1);
	});

	it('drops a reminder whose slot was moved, and tells of the move instead', async () => {
		const slot = await openSlot(town, 1);
		await signUp(town.visitor, newSignup(town, slot.slotId));
		town.clock.setDate('2026-03-31', '09:00');
		await drain({});
		const later = { startsAt: instantOf('2026-04-02', '09:00'), endsAt: instantOf('2026-04-02', '11:00') };
		const move = { id: town.ctx.newId(), ...slot, ...later, capacity: 1, reason: '下大雨' };
		expect(await editSlot(town.as('zhou'), move)).toEqual({ ok: true });
		expect(await editSlot(town.as('zhou'), move)).toEqual({ ok: true });
		await drain({});
		expect(await rows()).toMatchObject([
			{ kind: 'reminder', state: 'dropped', reason: 'slot-moved' },
			{ kind: 'change', channel: 'call' }
		]);
	});
});
