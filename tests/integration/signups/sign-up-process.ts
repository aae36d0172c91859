import type { Place } from '../../../src/lib/domain/signups/signup';
import type { Context } from '../../../src/lib/server/context';
import { createTown } from '../../../src/lib/server/town';
import { openDatabase } from '../../../src/lib/server/db/client';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';

/** What a second app process does in `two-processes.test.ts`: waits for its task, says it is ready, and begins when all are. */
export interface Task {
	url: string;
	dataKey: number[];
	now: number;
	slotId: string;
	villageId: string;
	/** The first digits of the phones that this process signs up, unlike any other's. */
	phones: string;
	signups: number;
	/** Every how manyth sign-up is withdrawn at once; 0: none. */
	withdrawsEvery: number;
	/** How many are under way at the same time. */
	abreast: number;
}

/** What it has to tell: every sign-up it made in order, and what went wrong. */
export interface Told {
	made: { id: string; place: Place }[];
	errors: string[];
}

process.once('message', (task: Task) => void take(task));

async function take(task: Task) {
	const db = await openDatabase(task.url);
	const actor = { kind: 'visitor', slips: { includes: () => true } } as const;
	const ctx: Context = { ...createTown(db, Uint8Array.from(task.dataKey)), actor, now: () => task.now };
	process.once('message', async () => {
		const told = await work(ctx, task);
		db.$client.close();
		process.send!(told, () => process.disconnect());
	});
	process.send!('ready');
}

async function work(ctx: Context, task: Task): Promise<Told> {
	const told: Told = { made: [], errors: [] };
	let next = 0;
	const lane = async () => {
		while (next < task.signups) {
			const nth = ++next;
			try {
				told.made.push(await one(ctx, task, nth));
			} catch (error) {
				told.errors.push(String((error as Error).cause ?? error));
			}
		}
	};
	await Promise.all(Array.from({ length: task.abreast }, lane));
	return told;
}

async function one(ctx: Context, { slotId, villageId, phones, withdrawsEvery }: Task, nth: number) {
	const id = ctx.newId();
	const phone = phones + String(nth).padStart(11 - phones.length, '0');
	const answer = await signUp(ctx, { id, slotId, name: '试名乙', phone, villageId, partySize: 1 });
	if (!answer.ok) throw new Error(answer.refusal);
	if (withdrawsEvery === 0 || nth % withdrawsEvery !== 0) return { id, place: answer.place };
	const withdrawn = await withdrawSignup(ctx, { id: ctx.newId(), signupId: id });
	if (!withdrawn.ok) throw new Error(withdrawn.refusal);
	return { id, place: 'withdrawn' as const };
}
