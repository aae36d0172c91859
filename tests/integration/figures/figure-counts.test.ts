import { describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { countedKinds } from '../../../src/lib/server/db/rules/counted-records';
import { listCountDifferences, recountFigures } from '../../../src/lib/server/db/figures/figure-recount';
import { activities } from '../../../src/lib/server/db/schema/activities/activities';
import { freshTown, ledger, town } from './figure-ledger';
import { fillAtRandom } from './random-records';

freshTown();

describe('the kept counts', () => {
	it('are what a recount gives, and a cell that was tampered with is found', async () => {
		await fillAtRandom(town, ledger, { seed: 7, count: 27 });
		const { db } = town.ctx;
		expect(await listCountDifferences(db)).toEqual([]);
		await db.run(sql`update figure_days set records = records + 1 where rowid = (select min(rowid) from figure_days)`);
		expect((await listCountDifferences(db)).filter(({ of }) => of === 'own day')).toHaveLength(1);
		await db.run(sql`update figure_days set records = records - 1 where rowid = (select min(rowid) from figure_days)`);
		await db.run(sql`update figure_days set adds = adds + 5 where rowid = (select min(rowid) from figure_days)`);
		const [sum] = (await listCountDifferences(db)).filter(({ of }) => of === 'own day');
		expect(sum, 'what differs is what is said').toMatchObject({ differs: 'sum' });
		expect(sum!.kept - sum!.counted).toBe(5);
		await db.run(sql`delete from figure_sums where measure = 'activities'`);
		expect((await listCountDifferences(db)).length).toBeGreaterThan(1);
		await recountFigures(db);
		expect(await listCountDifferences(db)).toEqual([]);
	});

	it('follow when a row is deleted by hand', async () => {
		const { id } = await ledger.dissuasion('sanxing', '2024-05-01');
		await town.ctx.db.run(sql`delete from dissuasion_confirmations where dissuasion_id = ${id}`);
		await ledger.activity('slogan', 'sanxing', '2024-05-01');
		await town.ctx.db.delete(activities);
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});

	it('have a view for every measure, and every measure a figure or a part of one', async () => {
		const views = await town.ctx.db.all<{ name: string }>(
			sql`select name from sqlite_master where type = 'view' and name like 'counted_%'`
		);
		const expected = countedKinds.map(({ measure }) => `counted_${measure.replaceAll('-', '_')}`);
		expect(views.map(({ name }) => name).sort()).toEqual([...expected, 'counted_records'].sort());
	});
});
