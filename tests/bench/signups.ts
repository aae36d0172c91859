// What the guards, the audit entry and the sealing of a sign-up cost, against bare inserts into the same file:
//   node tests/integration/run-process.js tests/bench/signups.ts
// The kinds take turns, so that whatever else the machine does falls on each alike. Read the ratio, not the speed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actAs } from '../../src/lib/server/context';
import { newTown } from '../integration/new-town';
import { openDatabase } from '../../src/lib/server/db/client';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { signUp } from '../../src/lib/server/signups/signups';
import { addUnit } from '../../src/lib/server/units/units';
import { newSignup, openSlot } from '../integration/events/open-slot';

const rounds = 60;
const perRound = 20;

const folder = mkdtempSync(join(tmpdir(), 'xinfeng-bench-'));
const db = await openDatabase(`file:${join(folder, 'bench.db')}`);
await migrateDatabase(db, 'drizzle');
const system = actAs({ ...newTown(db, new Uint8Array(32)), now: () => Date.UTC(2026, 2, 2, 1) }, { kind: 'system' });
const unit = { id: system.newId(), parentId: null, kind: 'town' as const, name: '测试镇', nameEn: 'Test town' };
if (!(await addUnit(system, unit)).ok) throw new Error('the unit could not be added');
const town = { ctx: system, as: () => system, units: { town: unit.id, sanxing: unit.id } };
const visitor = actAs(system, { kind: 'visitor' });

const roomy = await openSlot(town, 1_000_000);
const full = await openSlot(town, 1);
await db.$client.execute('create table bare (id text primary key, slot_id text, name text, phone text, at integer)');

const kinds: Record<string, () => Promise<void>> = {
	'bare insert': insertBare,
	'sign-up, confirmed': () => come(roomy.slotId),
	'sign-up, to the end of the line': () => come(full.slotId)
};

async function insertBare(): Promise<void> {
	const { id, slotId, name, phone } = newSignup(town, roomy.slotId);
	await db.$client.execute('insert into bare values (?, ?, ?, ?, ?)', [id, slotId, name, phone, system.now()]);
}

async function come(slotId: string): Promise<void> {
	const answer = await signUp(visitor, newSignup(town, slotId));
	if (!answer.ok) throw new Error(answer.refusal);
}

const took = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
for (let round = 0; round < rounds; round++)
	for (const [kind, once] of Object.entries(kinds))
		for (let nth = 0; nth < perRound; nth++) {
			const from = performance.now();
			await once();
			took[kind]!.push(performance.now() - from);
		}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!;
const bare = median(took['bare insert']!);
console.log(`${rounds * perRound} of each, in turns of ${perRound}; times are medians`);
for (const [kind, times] of Object.entries(took))
	console.log(
		`${kind.padEnd(32)} ${median(times).toFixed(2).padStart(7)} ms ${(1000 / median(times)).toFixed(0).padStart(6)} a second` +
			` ${(bare / median(times)).toFixed(2).padStart(6)} of bare inserts`
	);
db.$client.close();
rmSync(folder, { recursive: true, force: true });
