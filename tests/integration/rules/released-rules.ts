import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let folder: string;

export const run = (sql: string) => town.ctx.db.$client.execute(sql);
const file = (name: string) => join(folder, 'rules', name);

/** Changes the folder's rules as a later version would: its files, and the version number. */
export function release(version: number, change: (text: string) => string) {
	writeFileSync(file('units.sql'), change(readFileSync(file('units.sql'), 'utf8')));
	writeFileSync(file('version.json'), JSON.stringify({ version, hash: '' }));
}

export const oneMore = `\n-- A unit is never deleted.
CREATE TRIGGER units_kept BEFORE DELETE ON units BEGIN
	SELECT RAISE(ABORT, 'a unit is never deleted');
END;
`;

/** Opens a town and copies its rules before each test of a file, and removes both after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		folder = mkdtempSync(join(tmpdir(), 'xinfeng-rules-'));
		cpSync('drizzle', folder, { recursive: true });
	});
	afterEach(async () => {
		await town.close();
		rmSync(folder, { recursive: true, force: true });
	});
}
