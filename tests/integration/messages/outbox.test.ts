import { describe, expect, it } from 'vitest';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { newSignup, openSlot } from '../events/open-slot';
import { town, rows, drain, mail, cancelled, gateway, freshTown } from './outbox-town';

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
});
