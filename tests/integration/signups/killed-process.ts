import { fork } from 'node:child_process';
import { expect } from 'vitest';
import { bundleProcess } from '../bundle-process';
import { dataKey } from '../cast';
import { openSlot } from '../events/open-slot';
import type { TestTown } from '../test-town';
import type { Rush, Answered } from './rush-process';

/**
 * Kills an app process in the middle of a rush, `times` over, and looks at its database after each: what was acknowledged is there, what was
 * refused is not, and nothing is there by halves. Out: how many were acknowledged.
 */
export async function killInTheRush(town: TestTown, times: number): Promise<number> {
	const script = await bundleProcess('tests/integration/signups/rush-process.ts');
	const { slotId } = await openSlot(town, 1_000_000);
	let acknowledged = 0;
	for (let nth = 0; nth < times; nth++) {
		const task: Rush = {
			url: town.url,
			dataKey: [...dataKey],
			now: town.ctx.now(),
			slotId,
			villageId: town.units.sanxing,
			phones: `13${String(nth).padStart(3, '0')}`
		};
		// At another point of the work each time.
		const answered = await rushUntilKilled(script, task, 100 + ((nth * 137) % 400));
		acknowledged += answered.filter(({ is }) => is === 'acknowledged').length;
		await expectWhole(town, slotId, answered);
	}
	return acknowledged;
}

/** Lets a process sign people up, and kills it so long after its first answer (ms). Out: all it answered. */
function rushUntilKilled(script: string, task: Rush, afterMs: number): Promise<Answered[]> {
	const child = fork(script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const answered: Answered[] = [];
	return new Promise((resolve, reject) => {
		child.on('message', (one: Answered) => {
			if (answered.push(one) === 1) setTimeout(() => child.kill('SIGKILL'), afterMs);
		});
		child.once('exit', (_, signal) => {
			if (signal !== 'SIGKILL') reject(new Error('the process ended before it was killed'));
		});
		child.once('close', () => resolve(answered));
		child.send(task);
	});
}

async function expectWhole({ ctx }: TestTown, slotId: string, answered: Answered[]): Promise<void> {
	const rows = async (sql: string) => (await ctx.db.$client.execute(sql)).rows;
	const stored = new Set((await rows('select id from signups')).map(({ id }) => id));
	expect(answered.filter(({ id, is }) => is === 'acknowledged' && !stored.has(id))).toEqual([]);
	expect(answered.filter(({ id, is }) => is === 'refused' && stored.has(id))).toEqual([]);
	const [found] = await rows(`select
		(select count(*) from signups s where not exists (select 1 from audit_entries where id = s.id)) as without_entry,
		(select count(*) from audit_entries a where verb = 'signUp' and not exists (select 1 from signups where id = a.subject_id)) as without_signup,
		(select taken from slots where id = '${slotId}') - (select coalesce(sum(party_size), 0) from signups where status = 'confirmed') as miscounted,
		(select act_id from acting) as acting`);
	expect(found).toEqual({ without_entry: 0, without_signup: 0, miscounted: 0, acting: null });
	expect(await rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
}
