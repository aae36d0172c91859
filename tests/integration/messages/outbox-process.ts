import { createTown } from '../../../src/lib/server/town';
import { openDatabase } from '../../../src/lib/server/db/client';
import { byGateway } from '../../../src/lib/server/messages/outbox/sms';
import { bySmtp } from '../../../src/lib/server/messages/outbox/smtp';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { messageWords } from '../../../src/lib/ui/messages/matter-words';

/** What another app process does in `outbox.test.ts`: drains the outbox once, and tells how it ended. */
export interface Task {
	url: string;
	dataKey: number[];
	now: number;
	smtp: string | null;
	sms: string | null;
	/** Stops for good between the claim and the word `sending`. */
	stopsWithClaim: boolean;
}

process.once('message', (task: Task) => void take(task));

async function take({ url, dataKey, now, smtp, sms, stopsWithClaim }: Task) {
	const db = await openDatabase(url);
	const ctx = { ...createTown(db, Uint8Array.from(dataKey)), actor: { kind: 'system' as const }, now: () => now };
	let sent = 0;
	process.once('message', async () => {
		await drainOutbox({
			ctx,
			channels: { email: smtp ? bySmtp(smtp, 'office@example.cn') : null, sms: sms ? byGateway(sms, 'secret') : null },
			words(told) {
				if (stopsWithClaim) {
					process.send!('claimed');
					Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
				}
				sent++;
				return messageWords(told);
			}
		});
		db.$client.close();
		process.send!(`sent ${sent}`, () => process.disconnect());
	});
	process.send!('ready');
}
