import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { AsyncLocalStorage } from 'node:async_hooks';
import { openFileReader, type Reader } from './file-reader';
import { drizzleOn, namedRows, type Run } from './session';
import type { Port } from './line';
import { codeOf, isBare, isRead, toSqlValue, type SqlAct, type SqlStatement } from './sql';
import { openThreadWriter } from './thread-writer';

/** A town's database: Drizzle, and under `$client` what it stands on. */
export type Database = LibSQLDatabase & { $client: SqlClient };

/** A statement as text, or with its values. */
export type InStatement = string | { sql: string; args?: unknown[] };

/** What a statement gave; a row by the names of its columns. */
interface NamedResult {
	rows: Record<string, unknown>[];
	rowsAffected: number;
}

/** The database in SQL. A statement that only reads is read; all others go to the one writer. */
export interface SqlClient {
	readonly isFile: boolean;
	readonly closed: boolean;
	run: Run;
	/** The same, but what is read does not hold up others, however long it takes. A short question takes longer. */
	runAside: Run;
	/** Another number after every write that was stored: of this process at once, on a server of others within seconds. */
	state(): number;
	/** The same of what the database itself tells: of a file every write, of a server only that seconds have passed. */
	toldState(): number;
	/** Finds out anew how much is in the tables, which decides by which index they are read. */
	optimize(): Promise<void>;
	execute(statement: InStatement, args?: unknown[]): Promise<NamedResult>;
	batch(statements: InStatement[]): Promise<NamedResult[]>;
	/** Runs statements alone and as a whole, with foreign keys checked at the end: a migration. */
	migrate(statements: InStatement[]): Promise<void>;
	/** From now on no write waits for another process: see `Port`. */
	hurry(): void;
	/** Ends reading at once, and the writer after what waits for it. */
	close(): Promise<void>;
}

const roundTrips = new AsyncLocalStorage<{ count: number; statements: number }>();

/**
 * Runs `work` and counts its round trips to the database (a batch is one), and the statements that they carry.
 * Out: what `work` gave, and the counts.
 */
export async function countRoundTrips<T>(
	work: () => Promise<T>
): Promise<{ value: T; count: number; statements: number }> {
	const counter = { count: 0, statements: 0 };
	const value = await roundTrips.run(counter, work);
	return { value, ...counter };
}

/**
 * Opens the database: a libSQL file (`file:…`) or server (`libsql:`, `http:`, `https:`, `ws:`).
 * A file is put into WAL mode, waits up to 5 s for another process, and checks foreign keys.
 */
export async function openDatabase(url: string, authToken?: string): Promise<Database> {
	const $client = url.startsWith('file:') ? openFile(url) : await openServer(url, authToken);
	return Object.assign(drizzleOn($client.run), { $client });
}

function openFile(url: string): SqlClient {
	const path = decodeURIComponent(url.slice('file:'.length));
	return clientOn(openFileReader(path), openThreadWriter(path), true);
}

async function openServer(url: string, authToken?: string): Promise<SqlClient> {
	// Most towns have a file, and what speaks with a server is a hundred modules.
	const { connect } = await import('./server');
	const { reader, writer } = await connect(url, authToken);
	return clientOn(reader, writer, false);
}

function clientOn(reader: Reader, port: Port, isFile: boolean): SqlClient {
	let isClosed = false;
	let written = 0;

	const runBy =
		(read: Reader['read']): Run =>
		(statements, actId) => {
			const counter = roundTrips.getStore();
			if (counter) {
				counter.count++;
				counter.statements += statements.length;
			}
			return isRead(statements) ? read(statements) : write(actOf(statements, actId));
		};
	const write = async (act: SqlAct) => {
		try {
			const results = await port.submit(act);
			written++;
			return results;
		} catch (error) {
			if (mayBeStored(error)) written++;
			throw error;
		}
	};
	const run = runBy(reader.read);
	const named = async (statements: SqlStatement[]) =>
		(await run(statements)).map((result) => ({ rows: namedRows(result), rowsAffected: result.rowsAffected }));

	return {
		isFile,
		get closed() {
			return isClosed;
		},
		run,
		runAside: runBy(reader.readAside),
		state: () => reader.state() + written,
		toldState: () => reader.state(),
		async optimize() {
			// A sample of each index is enough, and takes no time however large the table.
			for (const sql of ['PRAGMA analysis_limit = 1000', 'ANALYZE']) await named([{ sql, args: [] }]);
			reader.renew();
		},
		execute: async (statement, args) => (await named([statementOf(statement, args)]))[0]!,
		batch: (statements) => named(statements.map((statement) => statementOf(statement))),
		async migrate(statements) {
			await write({
				id: null,
				way: 'migration',
				statements: statements.map((statement) => statementOf(statement))
			});
		},
		hurry: port.hurry,
		async close() {
			isClosed = true;
			await reader.close();
			await port.close();
		}
	};
}

/** What the database itself refused is not stored. Of an act that had no answer it is not known. */
const mayBeStored = (error: unknown) => codeOf(error) === null;

function actOf(statements: SqlStatement[], id: string | null = null): SqlAct {
	return { id, statements, way: statements.some(isBare) ? 'bare' : 'grouped' };
}

function statementOf(statement: InStatement, values: unknown[] = []): SqlStatement {
	const { sql, args = values } = typeof statement === 'string' ? { sql: statement } : statement;
	return { sql, args: args.map(toSqlValue) };
}

/**
 * Loads thousands of writes into a database that is not in use yet. A file waits for the disk only from `last` on, the act that says that
 * all is there, not at every write. On a server nothing changes.
 */
export async function loadInBulk(db: Database, work: () => Promise<void>, last: () => Promise<void>): Promise<void> {
	const set = async (pragma: string) => void (db.$client.isFile && (await db.$client.execute(`PRAGMA ${pragma}`)));
	await set('synchronous = OFF');
	await work();
	await set('synchronous = FULL');
	await last();
	// There is something of the last act to bring over, so this waits for the whole file.
	await set('wal_checkpoint(TRUNCATE)');
}
