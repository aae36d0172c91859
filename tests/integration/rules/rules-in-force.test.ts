import { describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { readRules } from '../../../src/lib/server/db/rules/read-rules';
import { listRulesInForce } from './rules-in-force';
import { run, town, release, oneMore, folder, freshTown } from './released-rules';

freshTown();

const stored = async () => (await run('select version, hash, at from rules_in_force')).rows.map((row) => ({ ...row }));

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
