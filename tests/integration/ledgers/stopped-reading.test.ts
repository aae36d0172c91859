import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { countRows } from '../../../src/lib/server/db/ledgers/import-rows';
import { findImport } from '../../../src/lib/server/db/ledgers/imports';
import { continueImport } from '../../../src/lib/server/ledgers/continue-import';
import { dropImport } from '../../../src/lib/server/ledgers/drop-import';
import { startImport } from '../../../src/lib/server/ledgers/start-import';
import { openTestTown, type TestTown } from '../test-town';
import { textFile } from './import-files';

let town: TestTown;
beforeEach(async () => (town = await openTestTown()));
afterEach(() => town.close());

test('a reading that meets a fault stops, is logged, goes on once the fault is gone, and can be dropped', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {});
	const id = town.ctx.newId();
	const liu = town.as('liu');
	const bytes = textFile([
		['户主', '事由', '日期', '桌数'],
		['张三', '婚宴', '2024-03-05', '12'],
		['李四', '婚宴', '2024-03-06', '8']
	]);
	expect(await startImport(liu, { id, ledger: 'banquets', fileName: '台账.csv', bytes, sheet: null })).toEqual({
		ok: true
	});
	const { rows } = await town.ctx.db.$client.execute('select nth, text_sealed from import_rows order by nth');
	const spoil = (text: string) =>
		town.ctx.db.$client.execute({
			sql: 'update import_rows set text_sealed = ? where nth = ?',
			args: [text, rows[0]!.nth!]
		});
	await spoil('broken');
	await continueImport(liu, id);
	expect(log).toHaveBeenCalledOnce();
	expect(await countRows(town.ctx.db, id)).toEqual({ unread: 2 });

	await spoil(rows[0]!.text_sealed as string);
	await continueImport(liu, id);
	expect(log).toHaveBeenCalledOnce();
	expect(await countRows(town.ctx.db, id)).toEqual({ new: 2 });

	await spoil('broken');
	await town.ctx.db.$client.execute(`update import_rows set reading = 'unread'`);
	await continueImport(liu, id);
	expect(log).toHaveBeenCalledTimes(2);
	expect(await dropImport(liu, { id: town.ctx.newId(), importId: id })).toEqual({ ok: true });
	expect((await findImport(town.ctx.db, id))?.drop).not.toBeNull();
	log.mockRestore();
});
