import type { Context } from '../../../src/lib/server/context';
import { settleCase } from '../../../src/lib/server/cases/cases';
import { openDatabase } from '../../../src/lib/server/db/client';
import { newTown } from '../new-town';

/** What an app process does in `settling-race.test.ts`: it waits for its task, says it is ready, and settles one case at every message. */
export interface Task {
	url: string;
	dataKey: number[];
	now: number;
	settledOn: string;
}

process.once('message', (task: Task) => void take(task));

async function take({ url, dataKey, now, settledOn }: Task) {
	const db = await openDatabase(url);
	const ctx: Context = { ...newTown(db, Uint8Array.from(dataKey)), actor: { kind: 'system' }, now: () => now };
	process.on('message', (caseId: string) => {
		const command = { id: ctx.newId(), caseId, settledOn, result: settledOn };
		void settleCase(ctx, command).then((answer) => process.send!(answer.ok ? 'settled' : answer.refusal));
	});
	process.send!('ready');
}
