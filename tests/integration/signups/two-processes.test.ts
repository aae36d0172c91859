import { fork, type ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { bundleProcess } from '../bundle-process';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';
import { countEntries, countPeople, openSlot } from '../events/open-slot';
import type { Task, Outcome } from './sign-up-process';
import { dataKey } from '../cast';
import { openTestTown, openTownOnServer, type TestTown } from '../test-town';

let town: TestTown | undefined;
let server: LibsqlServer | undefined;
let processes: ChildProcess[] = [];

afterEach(async () => {
	for (const child of processes) child.kill('SIGKILL');
	processes = [];
	await town?.close();
	await server?.close();
	town = server = undefined;
});

async function openTown(where: string): Promise<TestTown> {
	if (where === 'file') return (town = await openTestTown());
	server = await startLibsqlServer();
	return (town = await openTownOnServer(server.url));
}

describe.each(['file', 'server'])('several app processes on one libSQL %s', { timeout: 120_000 }, (where) => {
	it('fill fifty places exactly between them, in one order of arrival without gaps', async () => {
		const town = await openTown(where);
		const { slotId } = await openSlot(town, 50);
		const outcomes = await signUpFrom(town, slotId, 2, { rounds: 15, withdrawsEvery: 0, abreast: 4 });
		expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
		const made = outcomes.flatMap((one) => one.made);
		expect(made).toHaveLength(120);
		expect(made.filter(({ status }) => status === 'confirmed')).toHaveLength(50);
		const list = await listSignupsOfSlot(town.ctx.db, slotId);
		expect(list.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
		expect(list.map(({ status }) => status === 'confirmed')).toEqual(Array.from({ length: 120 }, (_, i) => i < 50));
		expect(new Set(list.map(({ id }) => id))).toEqual(new Set(made.map(({ id }) => id)));
		expect(await countPeople(town, slotId)).toEqual({ taken: 50, confirmed: 50 });
		expect(await countEntries(town, 'signUp')).toBe(120);
		expect(turnsTaken(outcomes, list), 'both wrote in every round').toBeGreaterThanOrEqual(15);
	});

	it('and keep the line in order while every third withdraws again', async () => {
		const town = await openTown(where);
		const { slotId } = await openSlot(town, 20);
		const outcomes = await signUpFrom(town, slotId, 3, { rounds: 30, withdrawsEvery: 3, abreast: 1 });
		expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
		const list = await listSignupsOfSlot(town.ctx.db, slotId);
		expect(list).toHaveLength(60);
		expect(list.map(({ status }) => status === 'confirmed')).toEqual(Array.from({ length: 60 }, (_, i) => i < 20));
		expect(await countPeople(town, slotId)).toEqual({ taken: 20, confirmed: 20 });
		expect(await countEntries(town, 'withdrawSignup')).toBe(30);
		const { rows } = await town.ctx.db.$client.execute('select count(*) as n from signup_promotions');
		expect(await countEntries(town, 'promoteSignup')).toBe(Number(rows[0]!.n));
		// Who withdrew is not in the list: of every third round nothing is left.
		expect(turnsTaken(outcomes, list), 'all three wrote in every round').toBeGreaterThanOrEqual(2 * 20);
	});
});

/** Lets `count` processes sign people up in rounds, each of which all begin together. Out: what each made, in order. */
async function signUpFrom(
	town: TestTown,
	slotId: string,
	count: number,
	{ rounds, ...how }: Pick<Task, 'withdrawsEvery' | 'abreast'> & { rounds: number }
): Promise<Outcome[]> {
	const script = await bundleProcess('tests/integration/signups/sign-up-process.ts');
	processes = Array.from({ length: count }, () => fork(script, { execArgv: [] }));
	await Promise.all(
		processes.map((child, nth) => {
			const task: Task = {
				...how,
				url: town.url,
				dataKey: [...dataKey],
				now: town.ctx.now(),
				slotId,
				villageId: town.units.sanxing,
				phones: `138${nth}`
			};
			return answerOf<'ready'>(child, task);
		})
	);
	const outcomes: Outcome[] = processes.map(() => ({ made: [], errors: [] }));
	for (let round = 0; round < rounds; round++) {
		const done = await Promise.all(processes.map((child) => answerOf<Outcome>(child, 'go')));
		done.forEach(({ made, errors }, nth) => {
			outcomes[nth]!.made.push(...made);
			outcomes[nth]!.errors.push(...errors);
		});
	}
	return outcomes;
}

/** Tells a process something, and waits for its answer. Throws when it ends without one. */
function answerOf<Answer>(child: ChildProcess, message: Task | 'go'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const ended = (code: number | null) => reject(new Error(`the process ended without an answer: ${code}`));
		child.once('exit', ended);
		child.once('message', (answer) => {
			child.off('exit', ended);
			resolve(answer as Answer);
		});
		child.send(message);
	});
}

/** How often the one who signed up next was another process. */
function turnsTaken(outcomes: Outcome[], list: { id: string }[]): number {
	const writer = new Map(outcomes.flatMap(({ made }, nth) => made.map(({ id }) => [id, nth])));
	return list.filter(({ id }, at) => at > 0 && writer.get(id) !== writer.get(list[at - 1]!.id)).length;
}
