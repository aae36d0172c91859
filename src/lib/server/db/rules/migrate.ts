import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database, InStatement, SqlClient } from '../client';
import { codeOf } from '../sql';
import { readRules, type RuleSet } from './read-rules';
import { recountDays, sumDays } from './recount';

/** A newer version has opened the database: this one would write what no longer holds. The message is for the operator. */
export class DatabaseTooNew extends Error {
	override name = 'DatabaseTooNew';
}

/** The schema and the rules that a database has. */
interface State {
	/** The migrations it has, by the time that the journal gives each: milliseconds since 1970, UTC. */
	applied: Set<number>;
	/** Null in databases whose rules still came with the migrations. */
	rules: { version: number; hash: string } | null;
	/** The statements that drop every trigger and view it has. */
	drops: string[];
	/** Its definition of what counts. */
	counted: string;
}

/** How often a start tries: a file waits five seconds each time while another process migrates it. */
const mostAttempts = 12;

/**
 * Brings a database to the newest schema and rules, in one transaction: its old rules go, migrations run, the rules of
 * `<folder>/rules` come. Does nothing when it is there already. Several processes may do it at once: one does, the others find it done.
 * Throws DatabaseTooNew when the database has a newer schema or newer rules than `folder`.
 */
export async function migrateDatabase({ $client: client }: Database, folder: string): Promise<void> {
	const migrations = readMigrationFiles({ migrationsFolder: folder });
	const rules = readRules(folder);
	for (let attempt = 1; ; attempt++) {
		const state = await readState(client);
		refuseNewer(state, migrations, rules);
		// Not by the newest time alone: the journal dates 0016 before 0015, so a database that stopped at 0015 would never get it.
		const pending = migrations.filter(({ folderMillis }) => !state.applied.has(folderMillis));
		if (pending.length === 0 && state.rules?.hash === rules.hash) return;
		try {
			await client.migrate(stepsFrom(state, pending, rules));
			return;
		} catch (error) {
			const isBusy = codeOf(error)?.startsWith('SQLITE_BUSY');
			if (attempt === mostAttempts || (!isBusy && !(await hasMoved(client, state)))) throw error;
			await pause(200);
		}
	}
}

async function readState(client: SqlClient): Promise<State> {
	const { rows } = await client.execute(
		`select type, name, sql from sqlite_master where type in ('trigger', 'view') or name in ('__drizzle_migrations', 'rules_in_force')`
	);
	const has = (name: string) => rows.some((row) => row.name === name);
	const read = async (table: string, columns: string) =>
		has(table) ? (await client.execute(`select ${columns} from ${table}`)).rows : [];
	const applied = await read('__drizzle_migrations', 'created_at');
	const [rules] = await read('rules_in_force', 'version, hash');
	return {
		applied: new Set(applied.map(({ created_at }) => Number(created_at))),
		rules: rules ? { version: Number(rules.version), hash: String(rules.hash) } : null,
		drops: rows
			.filter(({ type }) => type !== 'table')
			.map(({ type, name }) => `DROP ${type === 'view' ? 'VIEW' : 'TRIGGER'} IF EXISTS "${String(name)}"`),
		counted: countedBy(rows.map(({ name, sql }) => ({ name: String(name), sql: String(sql) })))
	};
}

async function hasMoved(client: SqlClient, before: State): Promise<boolean> {
	const { applied, rules } = await readState(client);
	return applied.size !== before.applied.size || rules?.hash !== before.rules?.hash;
}

function refuseNewer({ applied, rules: found }: State, migrations: MigrationMeta[], rules: RuleSet): void {
	const isNewer = Math.max(...applied) > migrations.at(-1)!.folderMillis;
	if (!isNewer && (found?.version ?? 0) <= rules.version) return;
	const what = isNewer ? 'a newer schema' : `newer rules (version ${found!.version}, here ${rules.version})`;
	throw new DatabaseTooNew(
		`A newer version of Xinfeng has opened this database: it has ${what}. Start that version again, or restore a backup from before the upgrade.`
	);
}

function stepsFrom(state: State, pending: MigrationMeta[], rules: RuleSet): InStatement[] {
	return [
		'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
		stopIfMoved(state),
		// Migration 18 drops the rules that the migrations before it made; they drop some of those themselves.
		...(state.rules ? state.drops : []),
		...pending.flatMap(({ sql, hash, folderMillis }) => [
			...sql,
			{ sql: 'INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)', args: [hash, folderMillis] }
		]),
		...rules.rules.filter(({ kind }) => kind === 'view').map(({ sql }) => sql),
		// Before any trigger counts along.
		...(state.counted === countedBy(rules.rules) ? [] : [...recountDays, sumDays]),
		...rules.rules.filter(({ kind }) => kind === 'trigger').map(({ sql }) => sql),
		{
			sql: 'UPDATE rules_in_force SET version = ?, hash = ?, at = unixepoch() * 1000',
			args: [rules.version, rules.hash]
		}
	];
}

/** What counts: the views of counted records. Where they change, everything is counted anew. */
const countedBy = (rules: readonly { name: string; sql: string }[]) =>
	rules
		.filter(({ name }) => name.startsWith('counted_'))
		.map(({ sql }) => sql)
		.sort()
		.join('\n');

/** Ends the transaction with an error when the database is not where it was read to be: another process was quicker. */
function stopIfMoved({ applied, rules }: State): InStatement {
	const isMigrated = '(SELECT count(DISTINCT created_at) FROM __drizzle_migrations) IS NOT ?';
	const isRuled = rules ? ' OR (SELECT hash FROM rules_in_force) IS NOT ?' : '';
	return {
		sql: `SELECT CASE WHEN ${isMigrated}${isRuled} THEN json('another process was quicker') END`,
		args: rules ? [applied.size, rules.hash] : [applied.size]
	};
}
