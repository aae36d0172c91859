import type { SignupStatus } from '../../../src/lib/domain/signups/signup';
import type { Context } from '../../../src/lib/server/context';
import { newTown } from '../new-town';
import { openDatabase } from '../../../src/lib/server/db/client';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';

/**
 * What a second app process does in `two-processes.test.ts`: waits for its task, says it is ready, and does a round of it at every message. All
 * processes begin a round together, so that each has the others beside it from the first to the last, however busy the machine is.
 */
export interface Task {
	url: string;
	dataKey: number[];
	now: number;
	slotId: string;
	villageId: string;
	/** The first digits of the phones that this process signs up, unlike any other's. */
	phones: string;
	/** Every sign-up whose number is a multiple of this is withdrawn at once; 0: none. */
	withdrawsEvery: number;
	/** How many sign-ups a round has; they are under way at the same time. */
	abreast: number;
}

/** What it reports of a round: every sign-up it made in order, and what went wrong. */
export interface Outcome {
	made: { id: string; status: SignupStatus }[];
	errors: string[];
}

process.once('message', (task: Task) => void take(task));

async function take(task: Task) {
	const db = await openDatabase(task.url);
	const actor = { kind: 'visitor', slips: { includes: () => true } } as const;
	const ctx: Context = { ...newTown(db, Uint8Array.from(task.dataKey)), actor, now: () => task.now };
	let done = 0;
	process.on('message', async () => {
		const numbers = Array.from({ length: task.abreast }, () => ++done);
		process.send!(await doRound(ctx, task, numbers));
	});
	process.send!('ready');
}

async function doRound(ctx: Context, task: Task, numbers: number[]): Promise<Outcome> {
	const outcome: Outcome = { made: [], errors: [] };
	await Promise.all(
		numbers.map(async (nth) => {
			try {
				outcome.made.push(await one(ctx, task, nth));
			} catch (error) {
				outcome.errors.push(String((error as Error).cause ?? error));
			}
		})
	);
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
