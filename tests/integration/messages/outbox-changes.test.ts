import { describe, expect, it } from 'vitest';
import { queueChangeMessages } from '../../../src/lib/server/db/messages/messages';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { newSignup, openSlot, slotTimes } from '../events/open-slot';
import { town, rows, drain, cancelled, gateway, cancel, freshTown } from './outbox-town';

freshTown();

describe('the outbox', () => {
	it('drops what became untrue before it was sent, and says why', async () => {
		const { slotId, eventId } = await openSlot(town, 1);
		const [first, second, third] = [newSignup(town, slotId), newSignup(town, slotId), newSignup(town, slotId)];
		for (const one of [first, second, third]) await signUp(town.visitor, one);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: first.id });
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: second.id });
		await cancel(eventId);
		await drain();
		expect(await rows()).toMatchObject([
			{ kind: 'promotion', signupId: second.id, state: 'dropped', reason: 'withdrawn' },
			{ kind: 'promotion', signupId: third.id, state: 'dropped', reason: 'event-cancelled' },
			{ kind: 'cancellation', signupId: third.id, state: 'sent' }
		]);
		await cancelled(1);
		town.clock.set(slotTimes.startsAt);
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'dropped', reason: 'slot-begun' });
		expect(gateway.got).toHaveLength(1);
	});

	it('tells a change once by act, and only the newest of two', async () => {
		const { eventId, slotId } = await openSlot(town, null);
		await signUp(town.visitor, newSignup(town, slotId));
		const [a, b] = [town.ctx.newId(), town.ctx.newId()];
		for (const act of [a, a, b]) {
			const of = { eventId, slotId: act === a ? slotId : null };
			await town.ctx.db.batch([queueChangeMessages(town.ctx.db, of, act, town.ctx.now())]);
		}
		await drain();
		expect(await rows()).toMatchObject([{ state: 'dropped', reason: 'superseded' }, { state: 'sent' }]);
	});

	it('tells of two grants in a row once, with what holds now', async () => {
		const { slotId } = await openSlot(town, 3);
		const [a, b, c] = [newSignup(town, slotId), newSignup(town, slotId), newSignup(town, slotId)];
		for (const one of [a, b, c]) await signUp(town.visitor, one);
		const party = { ...newSignup(town, slotId, 3), acceptsSome: true };
		await signUp(town.visitor, party);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: a.id });
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: b.id });
		await drain();
		expect(await rows()).toMatchObject([
			{ kind: 'promotion', signupId: party.id, state: 'dropped', reason: 'superseded' },
			{ kind: 'promotion', signupId: party.id, state: 'sent' }
		]);
		expect(gateway.got.map(({ text }) => text)).toEqual([expect.stringContaining('先有了 2 位的名额，其余 1 位')]);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: c.id });
		await drain();
		expect(gateway.got, 'a grant after the first was told is told too').toHaveLength(2);
	});
});
