import { describe, expect, test, vi } from 'vitest';
import { actions, load } from '../../../src/routes/desk/(ledgers)/imports/[id=id]/+page.server';
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
		(await load(eventOf(id, query) as never)) as { state: string; unread: number; isStopped: boolean };

	test('reads nothing when it is looked at, says when reading has stopped, and reads on when it is told to', async () => {
		const id = await start();
		const before = await town.ctx.db.$client.execute('select total_changes() as c');
		expect(await look(id)).toMatchObject({ state: 'reading', unread: lines, isStopped: false });
		expect(await look(id, `?left=${lines}`)).toMatchObject({ state: 'reading', isStopped: true });
		expect(await look(id, `?left=${lines + 1}`)).toMatchObject({ isStopped: false });
		expect((await town.ctx.db.$client.execute('select total_changes() as c')).rows).toEqual(before.rows);
		await expect(actions.read!(eventOf(id) as never)).rejects.toMatchObject({ status: 303 });
		await vi.waitUntil(async () => (await unreadOf(id)) === 0, { interval: 20, timeout: 20_000 });
		expect(await look(id)).toMatchObject({ state: 'draft', unread: 0, isStopped: false });
		expect(await accountOf(town.ctx, id)).toEqual(whole);
	});
});
