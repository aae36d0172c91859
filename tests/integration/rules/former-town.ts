import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { openDatabase, type Database } from '../../../src/lib/server/db/client';

/** A database of migration 17, whose rules came with the migrations, in a folder. */
export async function openFormerDatabase(folder: string): Promise<Database> {
	const url = `file:${join(folder, 'town.db')}`;
	const made = await openDatabase(url);
	await made.$client.migrate(readDump('tests/databases/demo-before-rules.sql.br'));
	await made.$client.close();
	return openDatabase(url);
}

/** The key of its town. */
export const formerKey = (): Uint8Array =>
	Buffer.from(readFileSync('tests/databases/demo-before-rules.key', 'utf8'), 'base64');

/** The statements of a dump by `sqlite3 … .dump`, without its own transaction. */
function readDump(file: string): string[] {
	const text = brotliDecompressSync(readFileSync(file)).toString();
	return text.split(/\n(?=CREATE |INSERT |DELETE |COMMIT)/).slice(1, -1);
}
