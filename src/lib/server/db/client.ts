import { createClient, type Client } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import LibsqlFile from 'libsql';
import { AsyncLocalStorage } from 'node:async_hooks';
import { onFile, onServer, type Call } from './connection';

export type Database = LibSQLDatabase & { $client: Client };

const roundTrips = new AsyncLocalStorage<{ count: number }>();

/**
 * Runs `work` and counts its round trips to the database (a batch is one).
 * Out: what `work` gave, and the count.
 */
export async function countRoundTrips<T>(work: () => Promise<T>): Promise<{ value: T; count: number }> {
	const counter = { count: 0 };
	const value = await roundTrips.run(counter, work);
	return { value, count: counter.count };
}

/**
 * Opens the database: a libSQL file (`file:…`) or server (`libsql:`, `http:`, `https:`, `ws:`).
 * A file is put into WAL mode, waits up to 5 s for another process, and checks foreign keys.
 */
export async function openDatabase(url: string, authToken?: string): Promise<Database> {
	const isFile = url.startsWith('file:');
	const client = createClient({ url, authToken, timeout: 5000, concurrency: isFile ? 1 : 20, fetch: patiently });
	if (isFile) await client.execute('PRAGMA journal_mode = WAL');
	return drizzle(calling(client, isFile ? onFile(client) : onServer())) as Database;
}

/** A server that does not answer within 20 s is given up: the act may be sent again, its id lands once. */
function patiently(request: Request): Promise<Response> {
	return fetch(request, { signal: AbortSignal.timeout(20_000) });
}

/**
 * Loads thousands of writes into a database that is not in use yet: a file waits for the disk once, at the end, not at
 * every write, and prepares each statement once. On a server nothing changes.
 */
export async function loadInBulk(db: Database, work: () => Promise<void>): Promise<void> {
	if (db.$client.protocol !== 'file') return work();
	await db.$client.execute('PRAGMA synchronous = NORMAL');
	await keepingPrepared(work);
	await db.$client.execute('PRAGMA synchronous = FULL');
	await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
}

/**
 * Keeps prepared statements while `work` runs. The client prepares each anew at every call, and a statement on a table with many triggers takes longer to
 * prepare than to run.
 */
async function keepingPrepared(work: () => Promise<void>): Promise<void> {
	const file = LibsqlFile.prototype as { prepare(this: object, sql: string): object };
	const { prepare } = file;
	const kept = new WeakMap<object, Map<string, object>>();
	file.prepare = function (sql) {
		const statements = kept.get(this) ?? new Map<string, object>();
		kept.set(this, statements);
		const statement = statements.get(sql) ?? prepare.call(this, sql);
		statements.set(sql, statement);
		return statement;
	};
	try {
		await work();
	} finally {
		file.prepare = prepare;
	}
}

/** The client, with its round trips counted and made through `call`. */
function calling(client: Client, call: Call): Client {
	return new Proxy(client, {
		get(target, name) {
			const member = Reflect.get(target, name, target) as unknown;
			if (typeof member !== 'function') return member;
			if (name !== 'execute' && name !== 'batch' && name !== 'migrate') return member.bind(target) as unknown;
			return (...args: unknown[]) => {
				const counter = roundTrips.getStore();
				if (counter) counter.count++;
				return call(() => (member as (...args: unknown[]) => Promise<unknown>).apply(target, args), args);
			};
		}
	});
}
