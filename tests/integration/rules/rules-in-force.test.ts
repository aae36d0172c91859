import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explain } from '../../../src/boot/explain.js';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { readRules } from '../../../src/lib/server/db/rules/read-rules';
import { openTestTown, type TestTown } from '../test-town';
import { listRulesInForce } from './rules-in-force';

let town: TestTown;
let folder: string;

beforeEach(async () => {
	town = await openTestTown();
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-rules-'));
	cpSync('drizzle', folder, { recursive: true });
});
afterEach(() => {
	town.close();
	rmSync(folder, { recursive: true, force: true });
});

const run = (sql: string) => town.ctx.db.$client.execute(sql);
const stored = async () => (await run('select version, hash, at from rules_in_force')).rows.map((row) => ({ ...row }));
const file = (name: string) => join(folder, 'rules', name);

/** Changes the folder's rules as a later version would: its files, and the version number. */
function release(version: number, change: (text: string) => string) {
	writeFileSync(file('units.sql'), change(readFileSync(file('units.sql'), 'utf8')));
	writeFileSync(file('version.json'), JSON.stringify({ version, hash: '' }));
}

const oneMore = `\n-- A unit is never deleted.
CREATE TRIGGER units_kept BEFORE DELETE ON units BEGIN
	SELECT RAISE(ABORT, 'a unit is never deleted');
END;
`;

describe('the rules in force', () => {
	it('are those of the files, statement for statement', async () => {
		const committed = readRules('drizzle').rules.map(({ name, sql }) => ({ name, sql }));
		const byName = committed.sort((a, b) => (a.name < b.name ? -1 : 1));
		expect(await listRulesInForce(town.ctx.db)).toEqual(byName);
		const { version, hash } = readRules('drizzle');
		expect(await stored()).toEqual([{ version, hash, at: expect.any(Number) as number }]);
	});

	it('stay as they are while the files say the same', async () => {
		await run('update rules_in_force set at = 1');
		await migrateDatabase(town.ctx.db, 'drizzle');
		expect(await stored()).toMatchObject([{ at: 1 }]);
	});

	it('are made anew when a file says something else: new ones come, old ones go', async () => {
		const { version } = readRules('drizzle');
		release(version + 1, (text) => text.replace(/-- .+\nCREATE TRIGGER units_stay [^]*?END;\n/, '') + oneMore);
		await migrateDatabase(town.ctx.db, folder);
		const names = (await listRulesInForce(town.ctx.db)).map(({ name }) => name);
		expect(names).toContain('units_kept');
		expect(names).not.toContain('units_stay');
		expect(await stored()).toMatchObject([{ version: version + 1 }]);
		await expect(run('delete from units')).rejects.toThrow('a unit is never deleted');
	});

	it('stay as they were, whole, when one of the new ones is wrong', async () => {
		const before = await listRulesInForce(town.ctx.db);
		release(readRules('drizzle').version + 1, (text) => text + oneMore.replace('ON units', 'ON no_such_table'));
		await expect(migrateDatabase(town.ctx.db, folder)).rejects.toThrow('no_such_table');
		expect(await listRulesInForce(town.ctx.db)).toEqual(before);
	});
});

describe('a start', () => {
	it('is refused on rules of a newer version, which stay', async () => {
		release(readRules('drizzle').version + 1, (text) => text + oneMore);
		await migrateDatabase(town.ctx.db, folder);
		await expect(migrateDatabase(town.ctx.db, 'drizzle')).rejects.toMatchObject({
			name: 'DatabaseTooNew',
			message: expect.stringMatching(
				/^A newer version of Xinfeng has opened this database: it has newer rules \(version \d+, here \d+\)\./
			) as string
		});
		expect((await listRulesInForce(town.ctx.db)).map(({ name }) => name)).toContain('units_kept');
	});

	it('says so to the operator in a sentence, without a stack', async () => {
		await run("insert into __drizzle_migrations (hash, created_at) values ('of a later version', 4102444800000)");
		const said = vi.spyOn(console, 'error').mockImplementation(() => {});
		explain(await migrateDatabase(town.ctx.db, 'drizzle').catch((error: unknown) => error));
		expect(said.mock.calls).toEqual([
			[expect.stringMatching(/^\nA newer version of Xinfeng .* before the upgrade\.\n$/)]
		]);
		said.mockRestore();
	});

	it('is refused on a newer schema', async () => {
		await run("insert into __drizzle_migrations (hash, created_at) values ('of a later version', 4102444800000)");
		await expect(migrateDatabase(town.ctx.db, 'drizzle')).rejects.toThrow(/it has a newer schema\. Start that version/);
	});
});
