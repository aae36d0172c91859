import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect } from 'vitest';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { byGateway } from '../../../src/lib/server/messages/outbox/sms';
import { bySmtp } from '../../../src/lib/server/messages/outbox/smtp';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { signUp } from '../../../src/lib/server/signups/signups';
import { messageWords } from '../../../src/lib/ui/messages/matter-words';
import { startMailServer, type MailServer } from './mail-server';
import { newSignup, openSlot } from '../events/open-slot';
import { startSmsGateway, type SmsGateway } from './sms-gateway';
import { openTestTown, openTownOnServer, type TestTown } from '../test-town';
import { withChannels } from '../new-town';

export const minute = 60_000;
export let town: TestTown;
export let mail: MailServer;
export let gateway: SmsGateway;
export let processes: ChildProcess[] = [];

export const drain = (setUp: { email?: boolean; sms?: boolean } = { email: true, sms: true }) =>
	drainOutbox({
		ctx: withChannels(town.ctx, {
			email: setUp.email ? bySmtp(mail.url, '新风 <office@example.cn>') : null,
			sms: setUp.sms ? byGateway(gateway.url, 'secret') : null
		}),
		words: messageWords
	});

export const rows = async () =>
	(
		await town.ctx.db.$client.execute(
			'select kind, state, channel, reason, attempts, next_at as nextAt, signup_id as signupId from messages order by rowid'
		)
	).rows.map((row) => ({ ...row }));

/** `count` people on the list of a full slot that is then cancelled. */
export async function cancelled(count: number, reach: { email?: string; language?: 'en' } = {}) {
	const slot = await openSlot(town, null);
	for (let i = 0; i < count; i++) await signUp(town.visitor, { ...newSignup(town, slot.slotId), ...reach });
	await cancel(slot.eventId);
	return slot;
}

export async function cancel(eventId: string) {
	const ctx = town.as('zhou');
	expect(await cancelEvent(ctx, { id: ctx.newId(), eventId, reason: '医生临时有事' })).toMatchObject({ ok: true });
}

/** The test goes on with a town on a libSQL server instead of a file. */
export async function moveToServer(url: string): Promise<void> {
	await town.close();
	town = await openTownOnServer(url);
}

/** Opens a town, a mail server and an SMS gateway before each test of a file, and closes them after. */
export function freshTown(): void {
	beforeEach(async () => {
		[town, mail, gateway] = await Promise.all([openTestTown(), startMailServer(), startSmsGateway()]);
	});
	afterEach(async () => {
		for (const child of processes) child.kill('SIGKILL');
		processes = [];
		await Promise.all([mail.close(), gateway.close()]);
		await town.close();
	});
}
