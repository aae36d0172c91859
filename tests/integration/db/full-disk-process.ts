// Writes a database on a small disk that is filled up, and from which a little is then deleted. It is started by full-disk.test.ts, with the folder.
import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../src/lib/server/db/client';

const [, , folder = ''] = process.argv;
const filler = join(folder, 'filler');
const rows = 40;

const db = await openDatabase(`file:${join(folder, 'town.db')}`);
const change = (nth: number, mark: string) =>
	db.$client.execute('update notes set text = ? where id = ?', [mark.repeat(3000), nth % rows]);

/** So many changes, five at a time. Out: the codes of those that were refused. */
async function write(changes: number, mark: string): Promise<string[]> {
	const refused: string[] = [];
	for (let nth = 0; nth < changes; nth += 5) {
		const group = [0, 1, 2, 3, 4].map((more) => change(nth + more, mark));
		for (const answer of await Promise.allSettled(group))
			if (answer.status === 'rejected') refused.push((answer.reason as { code: string }).code);
	}
	return refused;
}

function fillDisk(): void {
	try {
		for (;;) appendFileSync(filler, Buffer.alloc(4096));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
	}
}

await db.$client.execute('create table notes (id integer primary key, text text)');
for (let nth = 0; nth < rows; nth++)
	await db.$client.execute('insert into notes values (?, ?)', [nth, 'a'.repeat(3000)]);
await db.$client.execute('pragma wal_checkpoint(truncate)');
await write(30, 'b');
fillDisk();
const known = await write(rows, 'c');
// The file has to grow, and nothing is left for it.
const grown = await Promise.allSettled(
	Array.from({ length: 100 }, (_, nth) =>
		db.$client.execute('insert into notes values (?, ?)', [rows + nth, 'd'.repeat(3000)])
	)
);
const beyond = grown.filter(({ status }) => status === 'rejected').length;
truncateSync(filler, statSync(filler).size - 24 * 4096);
const freed = await write(400, 'e');
const { rows: counts } = await db.$client.execute('select count(*) as n, sum(text like ?) as latest from notes', [
	'e%'
]);
const { rows: checks } = await db.$client.execute('pragma integrity_check');
await db.$client.close();
console.log(JSON.stringify({ known, beyond, freed, stored: counts[0], isSound: checks }));
