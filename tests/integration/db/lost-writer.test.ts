import LibsqlFile from 'libsql';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WriterLost, type Port } from '../../../src/lib/server/db/line';
import { openThreadWriter } from '../../../src/lib/server/db/thread-writer';

let folder: string;
let file: string;
let port: Port;

/** The real writer, and how its thread ends, once, at its second group: `when` stands for what happens on its port. */
const dying = (when: string) => `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
let nth = 0;
const isLast = () => {
	const mark = workerData.path + '.died';
	if (++nth < 2 || existsSync(mark)) return false;
	writeFileSync(mark, '');
	return true;
};
${when}
await import(${JSON.stringify(pathToFileURL(join(process.cwd(), 'src/boot/writer.js')).href)});
`;

/** Puts `then` before what the writer does with a message. */
const before = (then: string) => `
const { on } = parentPort;
parentPort.on = (name, listener) => on.call(parentPort, name, (message) => { ${then}; listener(message); });`;

const ways = {
	'before it writes': before('if (isLast()) process.exit(1)'),
	'of a fault': before("if (isLast()) throw new Error('a fault')"),
	'after its commit, before it answers': `
const { postMessage } = parentPort;
parentPort.postMessage = (answer) => (isLast() ? process.exit(1) : postMessage.call(parentPort, answer));`
};

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-lost-'));
	file = join(folder, 'town.db');
	const db = new LibsqlFile(file);
	db.exec('pragma journal_mode = wal; create table acts (id text primary key); create table counts (n integer)');
	db.close();
});

afterEach(async () => {
	await port.close();
	rmSync(folder, { recursive: true, force: true });
});

const act = (id: string) => ({
	id,
	way: 'grouped' as const,
	statements: [{ sql: 'insert into acts values (?)', args: [id] }]
});
const bare = { id: null, way: 'grouped' as const, statements: [{ sql: 'insert into counts values (1)', args: [] }] };

function stored(): { acts: string[]; counts: number } {
	const db = new LibsqlFile(file);
	const acts = db.prepare('select id from acts order by id').all() as { id: string }[];
	const counts = db.prepare('select count(*) as n from counts').get() as { n: number };
	db.close();
	return { acts: acts.map(({ id }) => id), counts: counts.n };
}

describe.each(Object.entries(ways))('a writer that dies %s', (name, when) => {
	it('loses no act that has an id, lands none twice, and the next thread writes on', async () => {
		const script = join(folder, 'writer.mjs');
		writeFileSync(script, dying(when));
		port = openThreadWriter(file, script);
		await port.submit(act('a'));
		const waiting = await Promise.allSettled([port.submit(act('b')), port.submit(act('c')), port.submit(act('d'))]);
		const endings = waiting.map((answer) =>
			answer.status === 'fulfilled' ? 'stored' : (answer.reason as Error).message
		);
		// One that had landed is told so by its id: the caller takes that for success.
		for (const text of endings) expect(text).toMatch(/^stored$|UNIQUE constraint failed: acts\.id/);
		if (!name.startsWith('after')) expect(endings).toEqual(['stored', 'stored', 'stored']);
		await port.submit(act('e'));
		expect(stored().acts).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('says of an act without an id that it is not known to be stored', async () => {
		const script = join(folder, 'writer.mjs');
		writeFileSync(script, dying(when));
		port = openThreadWriter(file, script);
		await port.submit(act('a'));
		await expect(port.submit(bare)).rejects.toBeInstanceOf(WriterLost);
		expect(stored().counts).toBe(name.startsWith('after') ? 1 : 0);
		await port.submit(bare);
	});
});

it('acts that wait when the writer is closed are still written', async () => {
	port = openThreadWriter(file);
	const all = ['a', 'b', 'c'].map((id) => port.submit(act(id)));
	await port.close();
	await Promise.all(all);
	expect(stored().acts).toEqual(['a', 'b', 'c']);
});
