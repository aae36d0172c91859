import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import LibsqlFile from 'libsql';
import { beforeEach, expect, inject, it } from 'vitest';
import { fillTown, growTown } from '../../bench/growth/grow-town';
import type { Row, Rows } from '../../bench/growth/rows';
import { dataKey } from '../cast';
import { folder, freshFolder } from '../data-folder';

type File = InstanceType<typeof LibsqlFile>;

const many = { villages: 7, records: 400 };

freshFolder();

/** The villages' own text to sign. */
const text = `INSERT INTO pledge_texts (id, audience, number, title, body, effective_on, at)
	VALUES ('00000000-0000-7000-8000-000000000900', 'household', 1, '移风易俗承诺书', '婚事新办', '2024-01-08', 0)`;

beforeEach(() => {
	for (const name of ['bulk', 'ruled']) {
		mkdirSync(join(folder, name));
		copyFileSync(inject('townTemplate'), join(folder, name, 'xinfeng.db'));
		withFile(name, (file) => void file.exec(text));
	}
	writeFileSync(join(folder, 'bulk', 'data.key'), Buffer.from(dataKey).toString('hex'));
});

function withFile<T>(name: string, read: (file: File) => T): T {
	const file = new LibsqlFile(join(folder, name, 'xinfeng.db'));
	try {
		return read(file);
	} finally {
		file.close();
	}
}

/** Writes each row at once under all rules, as an act does. */
class RuledRows implements Rows {
	constructor(private readonly file: File) {}

	all<T>(sql: string): T[] {
		return this.file.prepare(sql).all() as T[];
	}

	add(table: string, row: Row): void {
		const columns = Object.keys(row);
		const places = columns.map(() => '?');
		this.file
			.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`)
			.run(...Object.values(row));
	}
}

/** All tables that have rows, each with its rows in an order of their own. */
const contentOf = (file: File) => {
	const tables = file.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all();
	return new Map(
		(tables as { name: string }[]).map(({ name }) => {
			const rows = file.prepare(`SELECT * FROM ${name}`).all();
			return [name, rows.map((row) => JSON.stringify(row)).toSorted()];
		})
	);
};

it('the town that the bench grows in bulk is, table by table, what the rules make of the same rows', async () => {
	await growTown(join(folder, 'bulk'), many);
	withFile('ruled', (file) => {
		file.exec('PRAGMA foreign_keys = ON; BEGIN');
		fillTown(new RuledRows(file), dataKey, many);
		file.exec('COMMIT');
	});
	const [bulk, ruled] = [withFile('bulk', contentOf), withFile('ruled', contentOf)];
	expect(ruled.get('pledge_counts')).not.toEqual([]);
	for (const [table, rows] of ruled) expect(bulk.get(table), table).toEqual(rows);
	expect(withFile('bulk', (file) => file.prepare('PRAGMA foreign_key_check').all())).toEqual([]);
}, 30_000);
