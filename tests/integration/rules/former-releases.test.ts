import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { publishedOf } from '../../../src/lib/domain/releases/published';
import type { Release } from '../../../src/lib/domain/releases/release';
import { actAs } from '../../../src/lib/server/context';
import type { Database } from '../../../src/lib/server/db/client';
import { migrateDatabase } from '../../../src/lib/server/db/rules/migrate';
import { listReleases, type Releases } from '../../../src/lib/server/db/releases/releases';
import { listUnreleasedYears } from '../../../src/lib/server/db/releases/settled-records';
import { releaseFormerClosings } from '../../../src/lib/server/releases/former-closings';
import { newTown } from '../new-town';
import { formerKey, openFormerDatabase } from './former-town';

// A database of the version before anything was released: some of its years are closed, and a banquet was put right after that.

let folder: string;
let db: Database;
let read: Releases;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'xinfeng-former-releases-'));
	db = await openFormerDatabase(folder);
	await migrateDatabase(db, 'drizzle');
	await moveToApril();
	await release();
	const root = await newTown(db, formerKey()).rootUnit();
	read = await listReleases(db, root!.id, [2022, 2023, 2024, 2025, 2026]);
}, 120_000);
afterAll(async () => {
	await db.$client.close();
	rmSync(folder, { recursive: true, force: true });
});

const release = () => releaseFormerClosings(actAs(newTown(db, formerKey()), { kind: 'system' }));

/** After the last snapshot: a banquet of December 2024 is put right to April. */
const moveToApril = () =>
	db.$client.execute(`update banquet_outcomes set ended_on = '2024-04-20' where banquet_id = (
		select min(record_id) from counted_banquets_held where on_date like '2024-12-%')`);

const of = (year: number, figure: string, kind: Release['kind']) =>
	read.releases.filter((one) => one.year === year && one.figure === figure && one.kind === kind);
const numbers = (year: number, figure: string, kind: Release['kind']) =>
	of(year, figure, kind).flatMap(({ cells }) => cells.map(({ value }) => value));

describe('what was closed before this version', () => {
	it('is published as its latest snapshot has it, without what came later', () => {
		expect(numbers(2024, 'banquets-held', 'year')).toEqual([161]);
		expect(numbers(2024, 'banquets-held', 'line')).toEqual([20, 32, 12, 9, 15, 11, 6, 16, 12, 15, 5, 8]);
		expect(numbers(2024, 'banquets-dissuaded', 'year')).toEqual([17]);
		const villages = of(2024, 'banquets-held', 'villages')[0]!;
		expect(villages.cells.map(({ name, value }) => `${name} ${value}`).slice(0, 4)).toEqual([
			'三星村 15',
			'三星村 12',
			'三星村 11',
			'三星村 6'
		]);
		expect(numbers(2024, 'banquets-held', 'groups').reduce((sum: number, value) => sum + value!, 0)).toBe(161);
	});

	it('tells the coverage of pledges at the end of the year, those signed online included', async () => {
		const [last] = of(2024, 'pledges-in-force', 'coverage').slice(-1);
		expect(last).toMatchObject({ toOn: '2024-12-31' });
		const { rows } = await db.$client
			.execute(`select f.value from snapshot_figures f join snapshots s on s.id = f.snapshot_id
			join closings c on c.id = s.closing_id where f.figure = 'pledges-in-force' and c.to_on = '2024-12-31'
			order by s.number desc limit 1`);
		expect(last!.cells[0]!.value).toBe(rows[0]!.value);
	});

	it('is published once, by one act of the software', async () => {
		const count = async () => (await db.$client.execute('select count(*) as n from public_releases')).rows[0]!.n;
		const before = await count();
		await release();
		expect(await count()).toBe(before);
		const { rows } = await db.$client.execute(
			"select actor_kind, json_extract(detail, '$.year') as year from audit_entries where verb = 'releaseFormerClosings' order by 2"
		);
		expect(rows.every(({ actor_kind }) => actor_kind === 'system')).toBe(true);
		expect(rows.map(({ year }) => year)).toContain(2024);
	});

	it('is looked at once where nothing of it can be published', async () => {
		const looked = async () => {
			const { rows } = await db.$client.execute(
				"select detail from audit_entries where verb = 'releaseFormerClosings' and json_extract(detail, '$.year') = 2022"
			);
			return rows.length;
		};
		expect(await looked()).toBe(0);
		await db.$client.execute(`insert into closings (id, unit_id, from_on, to_on, at)
			select 'year-without-records', unit_id, '2022-01-01', '2022-01-31', at from closings limit 1`);
		expect(await listUnreleasedYears(db)).toMatchObject([{ year: 2022 }]);
		await release();
		expect(await looked()).toBe(1);
		expect(await listUnreleasedYears(db)).toEqual([]);
		await release();
		expect(await looked()).toBe(1);
	});

	it('has no number of a year that was never closed, and the page says that it is not closed', () => {
		const published = publishedOf(read);
		const closed = [2022, 2023, 2024, 2025].filter((year) => published.isClosed(year));
		expect(closed).toContain(2024);
		for (const year of [2022, 2023, 2024, 2025].filter((one) => !closed.includes(one)))
			expect(published.valueOf('banquets-held', yearBounds(year)), String(year)).toBeNull();
		expect(closed.length).toBeLessThan(4);
	});
});
