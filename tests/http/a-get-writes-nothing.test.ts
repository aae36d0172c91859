import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '@libsql/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemo } from '../demo';
import { signInAs } from './crawl/sign-in-as';
import { starts, walk } from './crawl/walk';
import { Session } from './session';

let app: Awaited<ReturnType<typeof startDemo>>;
let database: Client;

beforeAll(async () => {
	app = await startDemo();
	database = createClient({ url: `file:${join(app.dataDir, 'xinfeng.db')}`, timeout: 20_000 });
	// Two seconds after its start the app erases what is due, in several acts.
	await pause(3000);
	for (let before = ''; ;) {
		const now = JSON.stringify(await everyRow());
		if (now === before) break;
		before = now;
		await pause(1500);
	}
}, 120_000);
afterAll(async () => {
	database.close();
	await app.stop();
});

test.each(['mei', 'zhou'])('whatever %s reads, the database stays as it was', { timeout: 120_000 }, async (name) => {
	const session = new Session(app.address);
	await signInAs(session, name);
	const before = await everyRow();
	let pages = 0;
	for await (const { answer } of walk(session, starts, { ofOneQuery: 1, ofOneRoute: 1 }))
		if (answer.status === 200) pages += 1;
	expect(pages).toBeGreaterThan(50);
	expect(await everyRow()).toEqual(before);
});

/** A hash of each table; not of messages, which the software sends by itself. */
async function everyRow(): Promise<Record<string, string>> {
	const hashes: Record<string, string> = {};
	for (const { name } of (await database.execute("select name from sqlite_schema where type = 'table'")).rows) {
		if (/^(messages|sqlite_)/.test(String(name))) continue;
		const { rows } = await database.execute(`select * from "${String(name)}"`);
		hashes[String(name)] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	}
	return hashes;
}
