import { describe, expect, test, vi } from 'vitest';
import { actions, load } from '../../../src/routes/desk/(ledgers)/imports/[id=id]/+page.server';
import { decideImportRows } from '../../../src/lib/server/ledgers/decide-rows';
import { landImport } from '../../../src/lib/server/ledgers/land-import';
import { readOn } from '../../../src/lib/server/ledgers/read-on';
import { undoImport } from '../../../src/lib/server/ledgers/undo-import';
import { accountOf } from './import-files';
import { town, start, lines, unreadOf, whole, freshTown } from './long-ledger';

freshTown();

describe('the page of a draft', () => {
	const eventOf = (id: string, query = '') => ({
		locals: { context: town.as('liu') },
		params: { id },
		url: new URL(`http://localhost/desk/imports/${id}${query}`),
		request: new Request('http://localhost', { method: 'POST' })
	});
	const look = async (id: string, query?: string) =>
		(await load(eventOf(id, query) as never)) as {
			state: string;
			work: { left: number } | null;
			pace: { isStopped: boolean } | null;
		};

	test('reads nothing when it is looked at, says when reading has stopped, and reads on when it is told to', async () => {
		const id = await start();
		const before = await town.ctx.db.$client.execute('select total_changes() as c');
		expect(await look(id)).toMatchObject({ state: 'reading', work: { left: lines }, pace: { isStopped: false } });
		expect(await look(id, `?left=${lines}`)).toMatchObject({ state: 'reading', pace: { isStopped: true } });
		expect(await look(id, `?left=${lines + 1}`)).toMatchObject({ pace: { isStopped: false } });
		expect((await town.ctx.db.$client.execute('select total_changes() as c')).rows).toEqual(before.rows);
		await expect(actions.continue!(eventOf(id) as never)).rejects.toMatchObject({ status: 303 });
		await vi.waitUntil(async () => (await unreadOf(id)) === 0, { interval: 20, timeout: 20_000 });
		expect(await look(id)).toMatchObject({ state: 'draft', work: null, pace: null });
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});

	test('says how far it is written, and undone, and goes on where that was cut off', async () => {
		const id = await start();
		await readOn(town.as('liu'), id);
		const decisions = { state: 'doubtful', decision: 'leave' } as const;
		await decideImportRows(town.as('liu'), { id: town.ctx.newId(), importId: id, decisions });
		expect(await landImport(town.as('liu'), { id: town.ctx.newId(), importId: id })).toEqual({ ok: true });
		expect(await look(id)).toMatchObject({
			state: 'landing',
			work: { left: 450, all: 500 },
			pace: { isStopped: false }
		});
		expect(await look(id, '?left=450')).toMatchObject({ state: 'landing', pace: { isStopped: true } });
		await expect(actions.continue!(eventOf(id) as never)).rejects.toMatchObject({ status: 303 });
		await vi.waitUntil(async () => (await look(id)).state === 'landed', { interval: 50, timeout: 20_000 });
		const undo = { id: town.ctx.newId(), importId: id, reason: '试', keepsWorkedOn: false };
		expect(await undoImport(town.as('liu'), undo)).toEqual({ ok: true });
		expect(await look(id)).toMatchObject({ state: 'undoing', work: { left: 450, all: 500 } });
		await expect(actions.continue!(eventOf(id) as never)).rejects.toMatchObject({ status: 303 });
		await vi.waitUntil(async () => (await look(id)).state === 'undone', { interval: 50, timeout: 20_000 });
		expect(await look(id)).toMatchObject({ work: null, undo: { removed: 500, kept: 0 } });
	});
});
