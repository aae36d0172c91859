import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { town, id, enter, close, ledger, bad, freshTown } from './closing-town';

freshTown();

/** Runs `npm run verify` on the town's database. */
function runVerify(): Promise<{ code: number | null; output: string }> {
	const env = { ...process.env, DATABASE_URL: town.url };
	const run = spawn(process.execPath, ['src/boot/verify.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
	let output = '';
	run.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
	return new Promise((resolve) => run.once('close', (code) => resolve({ code, output })));
}

describe('verification', () => {
	it('fails when a record is tampered with past the triggers as well', async () => {
		const entry = id();
		await enter('liu', 'sanxing', '2024-05-01', { id: entry, kind: 'slogan' });
		await close();
		const { $client } = town.ctx.db;
		await $client.execute('drop trigger late_activities_changed');
		await $client.execute(`update activities set quantity = 30 where id = '${entry}'`);
		expect(await bad()).toMatchObject([{ kind: 'figure', figure: 'slogans', settled: 3, now: 30, is: 'unexplained' }]);
	});

	it('is a command that prints a line each, and ends with 1 once a record was changed without an act', async () => {
		await enter('liu', 'sanxing', '2024-05-01', { kind: 'slogan' });
		await close();
		const sound = await runVerify();
		expect(sound.code).toBe(0);
		expect(sound.output).toContain('snapshot 1 (2024-01-01–2024-12-31): sound');
		expect(sound.output).toContain('slogans: 3: same');
		await town.ctx.db.$client.execute("update activities set quantity = 30 where kind = 'slogan'");
		const tampered = await runVerify();
		expect(tampered.code).toBe(1);
		expect(tampered.output).toContain('slogans: 3 → 30, 1 records changed: DIFFERS');
	}, 180_000);

	it('fails when a snapshot’s number, its list or its chain is tampered with', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await close();
		await close('2024-05');
		const { $client } = town.ctx.db;
		for (const table of ['snapshots', 'snapshot_figures', 'snapshot_lists'])
			await $client.execute(`drop trigger ${table}_unchanged`);
		const tamper = async (change: string, back: string) => {
			await $client.execute(change);
			const found = (await bad()).filter(({ kind }) => kind === 'snapshot').map(({ is }) => is);
			await $client.execute(back);
			return found;
		};
		const meetings = "where figure = 'villagers-meetings'";
		expect(
			await tamper(
				`update snapshot_figures set value = 9 ${meetings}`,
				`update snapshot_figures set value = 1 ${meetings}`
			)
		).toEqual(['hash-broken', 'hash-broken']);
		expect(
			await tamper(
				"update snapshot_lists set list = list || 'x' where list <> ''",
				"update snapshot_lists set list = rtrim(list, 'x') where list like '%x'"
			)
		).toEqual(['list-broken', 'list-broken']);
		expect(
			await tamper(
				"update snapshots set previous_hash = 'x' where number = 2",
				'update snapshots set previous_hash = (select hash from snapshots where number = 1) where number = 2'
			)
		).toEqual(['chain-broken']);
		expect(await bad()).toEqual([]);
	});

	it('finds a figure the same that was settled before every village had to report, and is no data now', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		await close();
		const zero = "select id from activities where zero_kind = 'villagers-meeting' limit 1";
		await town.ctx.db.$client.execute(
			`insert into activity_removals (activity_id, reason, at) values ((${zero}), '核实错了', 0)`
		);
		expect((await bad()).filter(({ kind }) => kind === 'figure')).toEqual([]);
	});
});
