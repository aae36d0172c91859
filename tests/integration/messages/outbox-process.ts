import { actAs } from '../../../src/lib/server/context';
import { openDatabase } from '../../../src/lib/server/db/client';
import { byGateway } from '../../../src/lib/server/messages/outbox/sms';
import { bySmtp } from '../../../src/lib/server/messages/outbox/smtp';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { newTown, withChannels } from '../new-town';
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
	const town = { ...newTown(db, Uint8Array.from(dataKey)), now: () => now };
	const ctx = withChannels(actAs(town, { kind: 'system' }), {
		email: smtp ? bySmtp(smtp, 'office@example.cn') : null,
		sms: sms ? byGateway(sms, 'secret') : null
	});
	let sent = 0;
	process.once('message', async () => {
		await drainOutbox({
			ctx,
			words(matter) {
				if (stopsWithClaim) {
					process.send!('claimed');
					Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
				}
				sent++;
				return messageWords(matter);
			}
		});
		await db.$client.close();
		process.send!(`sent ${sent}`, () => process.disconnect());
	});
	process.send!('ready');
}
