import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/lib/server/db/client';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { settle } from './cast';

declare module 'vitest' {
	interface ProvidedContext {
		/** The database file that every test town starts as a copy of. */
		townTemplate: string;
	}
}

/** Makes the migrated database with the cast in it once for all test files. Out: what removes it again. */
export default async function makeTownTemplate(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'xinfeng-template-'));
	const file = join(folder, 'template.db');
	const db = await openDatabase(`file:${file}`);
	await migrateDatabase(db, 'drizzle');
	await settle(db);
	await db.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	await db.$client.close();
	project.provide('townTemplate', file);
	return () => rmSync(folder, { recursive: true, force: true });
}
