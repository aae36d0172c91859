import { describe, expect, it } from 'vitest';
import { readCallList } from '../../../src/lib/server/messages/call-list';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot } from '../events/open-slot';
import { town, rows, drain, mail, cancelled, gateway, minute, cancel, freshTown } from './outbox-town';

freshTown();

describe('the outbox', () => {
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
});
