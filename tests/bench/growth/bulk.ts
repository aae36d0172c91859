import LibsqlFile from 'libsql';
import type { Row, Rows } from './rows';

/** Rows that go into a table at once. */
const most = 2000;

/**
 * Writes rows by the thousand into a database file that no process has open. The rules are off meanwhile, so what they keep, such as counts,
 * is made anew at the end.
 */
export class Bulk implements Rows {
	private readonly file: InstanceType<typeof LibsqlFile>;
	private readonly waiting = new Map<string, Row[]>();
	private readonly rules: string[];

	constructor(path: string) {
		this.file = new LibsqlFile(path);
		this.file.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000');
		const found = this.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
		this.rules = found.map(({ sql }) => sql);
		for (const { name } of found) this.file.exec(`DROP TRIGGER ${name}`);
		this.file.exec('BEGIN');
	}

	all<T>(sql: string): T[] {
		return this.file.prepare(sql).all() as T[];
	}

	add(table: string, row: Row): void {
		const rows = this.waiting.get(table) ?? [];
		this.waiting.set(table, rows);
		if (rows.push(row) >= most) this.write(table);
	}

	/** Writes what is left, makes anew by `recount` what the rules would have kept, and puts the rules in force again. */
	close(recount: readonly string[]): void {
		for (const table of this.waiting.keys()) this.write(table);
		for (const statement of recount) this.file.exec(statement);
		this.file.exec('COMMIT');
		for (const rule of this.rules) this.file.exec(rule);
		this.file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
		this.file.close();
	}

	private write(table: string): void {
		const rows = this.waiting.get(table)!.splice(0);
		if (rows.length === 0) return;
		const columns = Object.keys(rows[0]!);
		const values = columns.map((column) => `value->>'${column}'`);
		this.file
			.prepare(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`)
			.run(JSON.stringify(rows));
	}
}
