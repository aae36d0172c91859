import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findLatestSnapshot } from '../../../src/lib/server/db/reviews/snapshots';
import { enter, close, id, ledger, town, period, bad, freshTown } from './closing-town';

freshTown();

describe('closing a period', () => {
	it('keeps every figure with its definition, its records and a hash, under the next number of the unit', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await ledger.reportRest(2024);
		const { result, closingId } = await close();
		expect(result).toEqual({ ok: true });
		expect((await close('2024-Q2')).result).toEqual({ ok: true });
		const found = await findLatestSnapshot(town.ctx.db, town.units.town, period);
		expect(found).toMatchObject({ closing: { id: closingId }, snapshot: { number: 1, previousHash: '' } });
		const second = await findLatestSnapshot(town.ctx.db, town.units.town, { fromOn: '2024-04-01', toOn: '2024-06-30' });
		expect(second?.snapshot).toMatchObject({ number: 2, previousHash: found!.snapshot.hash });
		const { rows } = await town.ctx.db.$client.execute(
			`select value, record_count, definition, list from snapshot_figures f join snapshot_lists l on l.hash = f.list_hash
			where snapshot_id = '${found!.snapshot.id}' and figure = 'villagers-meetings'`
		);
		expect(rows[0]).toMatchObject({ value: 1, record_count: 1 });
		expect(String(rows[0]!.list)).toMatch(/^activity\t[0-9a-f-]{36}\t2024-05-01\t1\n$/);
		expect(JSON.parse(String(rows[0]!.definition)).words['zh-CN']).toContain('村民大会');
		expect(await bad()).toEqual([]);
	});

	it('keeps the records of a figure in the order of their bytes, whichever came first', async () => {
		const ids = ['0b', '0a', '0c'].map((start) => start + id().slice(2));
		for (const one of ids) await enter('liu', 'sanxing', '2024-05-01', { id: one });
		await close();
		const { rows } = await town.ctx.db.$client.execute(
			`select list from snapshot_figures f join snapshot_lists l on l.hash = f.list_hash where figure = 'villagers-meetings'`
		);
		const lines = String(rows[0]!.list).split('\n');
		expect(lines.map((line) => line.split('\t')[1]).slice(0, 3)).toEqual(ids.toSorted());
		expect(await bad()).toEqual([]);
	});

	it('is the administrator’s, of a town, of a period that is over, once', async () => {
		for (const who of ['liu', 'mei'] as const)
			expect((await close('2024', who)).result).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect((await close('2024', 'zhou', 'sanxing')).result).toEqual({ ok: false, refusal: 'unit-not-a-town' });
		expect((await close('2026')).result).toEqual({ ok: false, refusal: 'period-not-over' });
		expect((await close('2026-03')).result).toEqual({ ok: false, refusal: 'period-not-over' });
		expect((await close('2026-02')).result).toEqual({ ok: true });
		expect((await close('2026-13')).result).toEqual({ ok: false, refusal: 'span-wrong' });
		await close();
		expect((await close()).result).toEqual({ ok: false, refusal: 'period-already-closed' });
	});

	it('is not of a time before the town kept any ledger', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		for (const span of ['1999', '2021', '2022-05', '2024-04', '2024年第一季度'])
			expect((await close(span)).result, span).toEqual({ ok: false, refusal: 'period-before-ledgers' });
		expect((await close('2024年5月')).result).toEqual({ ok: true });
	});

	it('is not of a year of which only declarations of the next one are kept', async () => {
		const banquet = await ledger.banquet('sanxing', '2024-01-14');
		await town.ctx.db.run(sql`update banquets set declared_on = '2023-12-20' where id = ${banquet}`);
		expect((await close('2023')).result).toEqual({ ok: false, refusal: 'period-before-ledgers' });
		expect((await close('2024')).result).toEqual({ ok: true });
	});

	it('is not of a time before this century in a town without a ledger', async () => {
		expect((await close('1999')).result).toEqual({ ok: false, refusal: 'period-before-ledgers' });
	});

	it('keeps what was closed: no row of it is ever changed or deleted', async () => {
		await enter('liu', 'sanxing', '2024-05-01');
		await close();
		await enter('liu', 'sanxing', '2024-06-01');
		for (const table of ['closings', 'snapshots', 'snapshot_lists', 'snapshot_figures', 'late_records']) {
			const { $client } = town.ctx.db;
			await expect($client.execute(`delete from ${table}`), table).rejects.toThrow('never deleted');
			const column = table === 'snapshot_lists' ? 'list' : 'rowid';
			await expect($client.execute(`update ${table} set ${column} = ${column}`), table).rejects.toThrow(
				'never changed'
			);
		}
	});
});
