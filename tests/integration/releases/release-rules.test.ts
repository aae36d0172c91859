import { beforeEach, describe, expect, it } from 'vitest';
import { listReleases } from '../../../src/lib/server/db/releases/releases';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { close, definitions, freshTown, id, ledger, town } from '../reviews/closing-town';

freshTown();

const run = (sql: string, args: (string | number)[] = []) => town.ctx.db.$client.execute({ sql, args });
const released = async () => (await listReleases(town.ctx.db, town.units.town, [2024])).releases;
const line = async () =>
	(await released())
		.filter(({ figure, kind }) => figure === 'banquets-held' && kind === 'line')
		.map(({ fromOn, toOn, cells }) => `${fromOn.slice(5)} ${toOn.slice(5)}: ${cells[0]!.value}`);

/** Three banquets of one village in the first quarter, which is closed, and three in the second. */
let closingId: string;
beforeEach(async () => {
	const days = ['2024-01-05', '2024-02-06', '2024-03-07', '2024-05-01', '2024-05-02', '2024-05-03'];
	for (const day of days) await ledger.banquet('sanxing', day);
	await ledger.declareStart('2023-12-01');
	await ledger.reportRest(2024);
	const { result, closingId: made } = await close('2024-Q1');
	expect(result).toMatchObject({ ok: true });
	closingId = made;
	expect(await line()).toEqual(['01-01 03-31: 3']);
});

describe('a release', () => {
	it('is never changed and never deleted', async () => {
		await expect(run('update public_releases set cells = cells')).rejects.toThrow('a release is never changed');
		await expect(
			run(`update public_releases set cells = '[{"key":"","value":4}]' where kind = 'line'`)
		).rejects.toThrow('a release is never changed');
		await expect(run('delete from public_releases')).rejects.toThrow('a release is never deleted');
		await expect(
			run('insert or replace into public_releases select * from public_releases'),
			'nor replaced by a row of the same id'
		).rejects.toThrow();
	});

	it('stays as it was when a record comes late, and a further snapshot adds nothing to it', async () => {
		const before = (await released()).filter(({ kind }) => kind !== 'ledger');
		await ledger.banquet('sanxing', '2024-02-20');
		town.clock.advance(60_000);
		const command = { id: id(), closingId, reason: '补记一场', definitions };
		expect(await takeSnapshot(town.as('zhou'), command)).toEqual({ ok: true });
		expect((await released()).filter(({ kind }) => kind !== 'ledger')).toEqual(before);
	});

	it('does not cover a day that another of its figure and kind covers', async () => {
		const again = (fromOn: string, toOn: string) =>
			run(
				`insert into public_releases (id, unit_id, figure, kind, year, from_on, to_on, cells, snapshot_id, at)
					select ?, unit_id, figure, kind, year, ?, ?, cells, snapshot_id, at from public_releases where kind = 'line' limit 1`,
				[id(), fromOn, toOn]
			);
		await expect(again('2024-03-01', '2024-03-31')).rejects.toThrow('a release covers this period already');
		await expect(again('2024-04-01', '2024-04-30'), 'nor one that is open').rejects.toThrow('only closed periods');
	});
});

describe('what is replaced', () => {
	const replace = () =>
		run(
			`insert into replaced_releases (release_id, snapshot_id) select r.id, s.id from public_releases r
				join snapshots s on s.number = (select max(number) from snapshots) where r.kind = 'line' limit 1`
		);

	it('is so only by a snapshot of the next year, and for good', async () => {
		await expect(replace()).rejects.toThrow('a release is replaced when the next year is closed');
		await ledger.reportRest(2025);
		expect((await close('2025-Q1')).result).toMatchObject({ ok: true });
		await replace();
		expect(await line()).toEqual([]);
		await expect(run('delete from replaced_releases')).rejects.toThrow('what was replaced stays so');
		await expect(run('update replaced_releases set release_id = release_id')).rejects.toThrow(
			'what was replaced stays so'
		);
	});
});

describe('the releases of a figure and year', () => {
	const ask = (by: 'zhou' | 'liu', withdrawal = id()) =>
		run(
			`insert into release_withdrawals (id, unit_id, figure, year, reason, at, by_id) values (?, ?, 'banquets-held', 2024, '导入错了', 0, ?)`,
			[withdrawal, town.units.town, town.accounts[by].id]
		).then(() => withdrawal);
	const agree = (withdrawal: string, by: 'zhou' | 'liu') =>
		run('insert into release_withdrawal_confirmations (withdrawal_id, at, by_id) values (?, 0, ?)', [
			withdrawal,
			town.accounts[by].id
		]);

	it('are taken back whole, by two persons, and released anew at the next closing', async () => {
		const withdrawal = await ask('zhou');
		expect(await line(), 'one person alone takes nothing back').toHaveLength(1);
		await expect(agree(withdrawal, 'zhou')).rejects.toThrow('refusal:same-person');
		await expect(ask('liu')).rejects.toThrow('refusal:withdrawal-waits');
		await agree(withdrawal, 'liu');
		expect(await line()).toEqual([]);
		await expect(ask('zhou')).rejects.toThrow('refusal:release-unknown');
		for (const day of ['20', '21', '22']) await ledger.banquet('sanxing', `2024-02-${day}`);
		expect((await close('2024-Q2')).result).toMatchObject({ ok: true });
		expect(await line()).toEqual(['01-01 03-31: 6', '04-01 06-30: 3']);
	});

	it('do not come again where they would differ by one or two from what people have seen', async () => {
		await agree(await ask('zhou'), 'liu');
		await ledger.banquet('sanxing', '2024-02-20');
		expect((await close('2024-Q2')).result).toMatchObject({ ok: true });
		expect(await line()).toEqual([]);
	});

	it('are not forgotten when they were taken back', async () => {
		await agree(await ask('zhou'), 'liu');
		for (const table of ['withdrawn_releases', 'release_withdrawals', 'release_withdrawal_confirmations']) {
			await expect(run(`delete from ${table}`), table).rejects.toThrow();
			await expect(run(`update ${table} set rowid = rowid`), table).rejects.toThrow();
		}
	});
});
