import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../src/lib/domain/messages/message';
import { listMessages } from '../../../src/lib/server/db/messages/message-list';
import { resolveMessage } from '../../../src/lib/server/messages/messages';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { messageWords } from '../../../src/lib/ui/messages/matter-words';
import type { CastName } from '../cast';
import { town, cancelled, calls, freshTown } from './call-town';
import { withChannels } from '../new-town';

freshTown();

describe('a message that is dead or in doubt', () => {
	const decide = (name: CastName, messageId: string, how: Resolution, id = town.ctx.newId()) =>
		resolveMessage(town.as(name), { id, messageId, how });

	async function inDoubt() {
		await cancelled(1);
		const [call] = await calls('mei');
		await town.ctx.db.$client.execute("update messages set state = 'in-doubt', channel = 'sms', owner = 'x'");
		return call!.id;
	}

	it('is sent again when a cadre of its unit says so, once', async () => {
		const messageId = await inDoubt();
		for (const name of ['he', 'mei'] as const)
			expect(await decide(name, messageId, 'send-again')).toMatchObject({ ok: false, refusal: 'not-your-unit' });
		const id = town.ctx.newId();
		expect(await decide('zhou', messageId, 'send-again', id)).toMatchObject({ ok: true });
		expect(await decide('zhou', messageId, 'send-again', id)).toMatchObject({ ok: true });
		expect(await decide('zhou', messageId, 'call')).toMatchObject({ ok: false, refusal: 'message-settled' });
		let sent = 0;
		const sms = async () => ({ kind: 'sent' as const, nth: ++sent });
		for (let i = 0; i < 2; i++)
			await drainOutbox({ ctx: withChannels(town.ctx, { email: null, sms }), words: messageWords });
		expect(sent).toBe(1);
	});

	it('goes onto the call list, or is left', async () => {
		const messageId = await inDoubt();
		expect(await calls('mei')).toEqual([]);
		expect(await decide('zhou', messageId, 'call')).toMatchObject({ ok: true });
		expect(await calls('mei')).toMatchObject([{ id: messageId }]);
		await town.ctx.db.$client.execute("update messages set state = 'dead', channel = 'sms'");
		expect(await calls('mei'), 'the dead are on it too').toMatchObject([{ isDead: true }]);
		expect(await decide('zhou', messageId, 'leave')).toMatchObject({ ok: true });
		const { rows } = await listMessages(town.ctx.db, town.units.town, 'dropped');
		expect(rows).toMatchObject([{ id: messageId, reason: 'left' }]);
	});

	it('is never sent twice, whatever the code: what was sent stays sent', async () => {
		await cancelled(1);
		await town.ctx.db.$client.execute("update messages set state = 'sent'");
		const back = (state: string) =>
			town.ctx.db.$client.execute({ sql: 'update messages set state = ?', args: [state] });
		await expect(back('queued')).rejects.toThrow('message-settled');
		await expect(back('sending')).rejects.toThrow('message-settled');
	});
});
