import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { recordCase } from '../../../src/lib/server/cases/cases';
import { findCase } from '../../../src/lib/server/db/cases/cases';
import { bundleProcess } from '../bundle-process';
import { dataKey } from '../cast';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';
import { openTestTown, openTownOnServer, type TestTown } from '../test-town';
import type { Task } from './settling-process';

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

const days = ['2026-02-21', '2026-02-22'];

async function begin(town: TestTown, settledOn: string): Promise<ChildProcess> {
	const child = fork(await bundleProcess('tests/integration/cases/settling-process.ts'), { execArgv: [] });
	processes.push(child);
	const task: Task = { url: town.url, dataKey: [...dataKey], now: town.ctx.now(), settledOn };
	child.send(task);
	await once(child, 'message');
	return child;
}

describe.each(['file', 'server'])('two processes on one libSQL %s', { timeout: 120_000 }, (where) => {
	it('settle each of thirty cases once, and the other is refused', async () => {
		if (where === 'server') server = await startLibsqlServer();
		town = server ? await openTownOnServer(server.url) : await openTestTown();
		const children = await Promise.all(days.map((on) => begin(town!, on)));
		for (let nth = 0; nth < 30; nth++) {
			const id = town.ctx.newId();
			const facts = {
				unitId: town.units.sanxing,
				kind: 'dispute',
				level: 'village',
				dueOn: null,
				matter: '试'
			} as const;
			await recordCase(town.as('zhou'), { ...facts, id, receivedOn: '2026-02-20' });
			const answers = await Promise.all(
				children.map(async (child) => {
					const answer = once(child, 'message');
					child.send(id);
					return ((await answer) as [string])[0];
				})
			);
			expect(answers.toSorted()).toEqual(['case-already-settled', 'settled']);
			const winner = answers.indexOf('settled');
			expect((await findCase(town.ctx.db, id))!.case.settledOn).toBe(days[winner]);
		}
		const { rows } = await town.ctx.db.$client.execute(
			"select sum(records) as n from figure_days where measure = 'disputes-settled'"
		);
		expect(Number(rows[0]!.n)).toBe(30);
	});
});
