import { describe, expect, test, vi } from 'vitest';
import { dropImport } from '../../../src/lib/server/ledgers/drop-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { accountOf } from './import-files';
import { town, other, start, unreadOf, lines, whole, freshTown } from './long-ledger';

freshTown();

const inOtherProcess = () => ({ ...town.as('liu'), db: other });

describe('the reading of a draft', () => {
	test('that is cut off goes on from there, in another process', async () => {
		const id = await start();
		const cut = readOn(inOtherProcess(), id).catch((fault: unknown) => fault);
		await vi.waitUntil(async () => (await unreadOf(id)) < lines, { interval: 1, timeout: 20_000 });
		await other.$client.close();
		expect(await cut).toBeInstanceOf(Error);
		expect(await unreadOf(id)).toBeGreaterThan(0);
		await readOn(town.as('liu'), id);
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});

	test('by two processes at once comes to the same, doubles found', async () => {
		const id = await start();
		await Promise.all([readOn(town.as('liu'), id), readOn(inOtherProcess(), id)]);
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});

	test('ends, and puts nothing back, when the draft is dropped meanwhile', async () => {
		const id = await start();
		const reading = readOn(inOtherProcess(), id);
		await vi.waitUntil(async () => (await unreadOf(id)) < lines, { interval: 1, timeout: 20_000 });
		expect(await dropImport(town.as('liu'), { id: town.ctx.newId(), importId: id })).toEqual({ ok: true });
		await reading;
		const { rows } = await town.ctx.db.$client.execute(
			`select count(*) as c from import_rows where record is not null or text_sealed <> 'erased'`
		);
		expect(rows[0]!.c).toBe(0);
	});
});
