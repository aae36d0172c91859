import { describe, expect, it, vi } from 'vitest';
import { explain } from '../../../src/boot/explain.js';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { readRules } from '../../../src/lib/server/db/rules/read-rules';
import { listRulesInForce } from './rules-in-force';
import { release, oneMore, town, folder, run, freshTown } from './released-rules';

freshTown();

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
		const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
		explain(await migrateDatabase(town.ctx.db, 'drizzle').catch((error: unknown) => error));
		expect(printed.mock.calls).toEqual([
			[expect.stringMatching(/^\nA newer version of Xinfeng .* before the upgrade\.\n$/)]
		]);
		printed.mockRestore();
	});

	it('is refused on a newer schema', async () => {
		await run("insert into __drizzle_migrations (hash, created_at) values ('of a later version', 4102444800000)");
		await expect(migrateDatabase(town.ctx.db, 'drizzle')).rejects.toThrow(/it has a newer schema\. Start that version/);
	});
});
