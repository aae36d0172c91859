import process from 'node:process';
import { createClient } from '@libsql/client';

const client = createClient({ url: process.env.BARE_DATABASE ?? 'file:bare.db' });

const ready = client.executeMultiple(`
	PRAGMA journal_mode = WAL;
	PRAGMA synchronous = FULL;
	CREATE TABLE IF NOT EXISTS slots (id TEXT PRIMARY KEY, taken INTEGER NOT NULL);
	CREATE TABLE IF NOT EXISTS signups (id TEXT PRIMARY KEY, name TEXT NOT NULL);
	CREATE TABLE IF NOT EXISTS entries (id TEXT PRIMARY KEY, verb TEXT NOT NULL);
	INSERT INTO slots VALUES ('hot', 0) ON CONFLICT DO NOTHING;
`);

/**
 * What a sign-up has to write at the least: the record, the count and the entry of the trail, together and on the disk.
 * @param {string} id
 * @param {string} name
 */
export async function writeDurably(id, name) {
	await ready;
	await client.batch(
		[
			{ sql: 'INSERT INTO entries VALUES (?, ?)', args: [id, 'sign-up'] },
			{ sql: 'INSERT INTO signups VALUES (?, ?)', args: [id, name] },
			{ sql: 'UPDATE slots SET taken = taken + 1 WHERE id = ?', args: ['hot'] }
		],
		'write'
	);
}
