import type { SignupStatus } from '../../../src/lib/domain/signups/signup';
import type { Context } from '../../../src/lib/server/context';
import { newTown } from '../new-town';
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
	/** Every sign-up whose number is a multiple of this is withdrawn at once; 0: none. */
	withdrawsEvery: number;
	/** How many are under way at the same time. */
	abreast: number;
}

/** What it reports: every sign-up it made in order, and what went wrong. */
export interface Outcome {
	made: { id: string; status: SignupStatus }[];
	errors: string[];
}

process.once('message', (task: Task) => void take(task));

async function take(task: Task) {
	const db = await openDatabase(task.url);
	const actor = { kind: 'visitor', slips: { includes: () => true } } as const;
	const ctx: Context = { ...newTown(db, Uint8Array.from(task.dataKey)), actor, now: () => task.now };
	process.once('message', async () => {
		const outcome = await work(ctx, task);
		await db.$client.close();
		process.send!(outcome, () => process.disconnect());
	});
	process.send!('ready');
}

async function work(ctx: Context, task: Task): Promise<Outcome> {
	const outcome: Outcome = { made: [], errors: [] };
	let next = 0;
	const lane = async () => {
		while (next < task.signups) {
			const nth = ++next;
			try {
				outcome.made.push(await one(ctx, task, nth));
			} catch (error) {
				outcome.errors.push(String((error as Error).cause ?? error));
			}
		}
	};
	await Promise.all(Array.from({ length: task.abreast }, lane));
	return outcome;
}

async function one(ctx: Context, { slotId, villageId, phones, withdrawsEvery }: Task, nth: number) {
	const id = ctx.newId();
	const phone = phones + String(nth).padStart(11 - phones.length, '0');
	const answer = await signUp(ctx, { id, slotId, name: '试名乙', phone, villageId, partySize: 1 });
	if (!answer.ok) throw new Error(answer.refusal);
	if (withdrawsEvery === 0 || nth % withdrawsEvery !== 0) return { id, status: answer.status };
	const withdrawn = await withdrawSignup(ctx, { id: ctx.newId(), signupId: id });
	if (!withdrawn.ok) throw new Error(withdrawn.refusal);
	return { id, status: 'withdrawn' as const };
}
