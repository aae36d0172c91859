import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { readCallList } from '../../../src/lib/server/messages/call-list';
import { queueChangeMessages } from '../../../src/lib/server/db/messages/messages';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { newSignup, openSlot, slotTimes } from '../events/open-slot';
import { town, rows, drain, mail, cancelled, gateway, minute, cancel, freshTown } from './outbox-town';

freshTown();

describe('the outbox', () => {
	it('tells people who moved up, by e-mail where there is an address, in their language', async () => {
		const { slotId } = await openSlot(town, 1);
		const first = newSignup(town, slotId);
		await signUp(town.visitor, first);
		const waiting = { ...newSignup(town, slotId), email: 'lu@example.cn', language: 'en' as const };
		await signUp(town.visitor, waiting);
		expect(await rows()).toEqual([]);
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: first.id });
		expect(await rows()).toMatchObject([{ kind: 'promotion', state: 'queued', signupId: waiting.id }]);
		await drain();
		await drain();
		expect(mail.got).toHaveLength(1);
		expect(mail.got[0]).toMatchObject({ to: 'lu@example.cn' });
		expect(mail.got[0]!.text).toMatch(/Dear =E8|Dear /);
		expect(await rows()).toMatchObject([{ state: 'sent', channel: 'email', attempts: 1 }]);
	});

	it('sends a text message with token and idempotency key to a mobile without an address', async () => {
		await cancelled(1);
		await drain();
		expect(mail.got).toEqual([]);
		expect(gateway.got).toHaveLength(1);
		const { to, text, headers } = gateway.got[0]!;
		expect(to).toMatch(/^137/);
		expect(text).toContain('取消');
		expect(text).toContain('医生临时有事');
		expect(headers.authorization).toBe('Bearer secret');
		expect(headers['idempotency-key']).toMatch(/:cancellation$/);
	});

	it('puts everything on the call list where no channel is set up', async () => {
		await cancelled(2, { email: 'lu@example.cn' });
		await drain({});
		expect(await rows()).toMatchObject([{ state: 'call' }, { state: 'call' }]);
	});

	it('holds neither words nor names, telephones or addresses', async () => {
		await cancelled(1, { email: 'lu@example.cn' });
		await drain();
		const all = JSON.stringify((await town.ctx.db.$client.execute('select * from messages')).rows);
		expect(all).not.toMatch(/试名|137\d{8}|example\.cn|无偿献血/);
	});

	it('tries again after 1, 5, 30, 120 and 360 minutes, then gives it to the call list as dead', async () => {
		await cancelled(1);
		gateway.answer(503);
		for (const [nth, pause] of [1, 5, 30, 120, 360].entries()) {
			await drain();
			expect(await rows()).toMatchObject([{ state: 'queued', attempts: nth + 1, reason: 'sms-503' }]);
			town.clock.advance(pause * minute - 1);
			await drain();
			expect(gateway.got).toHaveLength(nth + 1);
			town.clock.advance(1);
		}
		await drain();
		expect(await rows()).toMatchObject([{ state: 'dead', attempts: 6 }]);
		town.clock.advance(1000 * minute);
		await drain();
		expect(gateway.got).toHaveLength(6);
	});

	it('takes a 4xx of the gateway and a 5xx of the mail server as final, a 429 and a 4xx of the mail server not', async () => {
		gateway.answer(400);
		await cancelled(1);
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'dead', reason: 'sms-400' });
		gateway.answer(429);
		await cancelled(1);
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'queued', reason: 'sms-429' });
		mail.answer('refuse');
		await cancelled(1, { email: 'lu@example.cn' });
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'dead', reason: 'smtp-550' });
		mail.answer('later');
		await cancelled(1, { email: 'lu@example.cn' });
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'queued', reason: 'smtp-451' });
	});

	it('tries again when the mail server does not answer, but is in doubt when it hangs up over the words', async () => {
		mail.answer('hang-up');
		await cancelled(1, { email: 'lu@example.cn' });
		await drain();
		expect(mail.got).toHaveLength(1);
		expect(await rows()).toMatchObject([{ state: 'in-doubt' }]);
		town.clock.advance(1000 * minute);
		await drain();
		expect(mail.got).toHaveLength(1);
		await mail.close();
		await cancelled(1, { email: 'lu@example.cn' });
		await drain();
		expect((await rows()).at(-1)).toMatchObject({ state: 'queued', attempts: 1 });
	});

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

	it('whose words cannot be made is dead at once, with the reason, and holds up no other', async () => {
		const slot = await openSlot(town, null);
		const [broken, whole] = [newSignup(town, slot.slotId), newSignup(town, slot.slotId)];
		for (const one of [broken, whole]) await signUp(town.visitor, one);
		await town.ctx.db.$client.execute({
			sql: "update signups set name_sealed = 'v1.' || substr(name_sealed, 9) where id = ?",
			args: [broken.id]
		});
		await cancel(slot.eventId);
		await drain();
		for (let i = 0; i < 3; i++) {
			town.clock.advance(10 * minute);
			await drain();
		}
		const of = async (id: string) => (await rows()).find(({ signupId }) => signupId === id);
		expect(await of(broken.id)).toMatchObject({ state: 'dead', reason: 'unwritable', attempts: 0 });
		expect(await of(whole.id)).toMatchObject({ state: 'sent', attempts: 1 });
		const { calls } = await readCallList(town.as('zhou'));
		expect(calls, 'it is on the call list, which opens all the same').toMatchObject([
			{ name: null, phone: broken.phone, isDead: true }
		]);
	});

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
