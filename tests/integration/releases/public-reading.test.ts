import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { readForecast } from '../../../src/lib/server/releases/forecast';
import { comparePublished, publishedOccasions, publishedTable } from '../../../src/lib/server/figures/published-trends';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { publishedReading } from '../../../src/lib/server/releases/public-figures';
import { savedIn } from '../../../src/lib/server/releases/saved';
import { villageRules } from '../../../src/lib/server/db/schema/banquets/village-rules';
import PeriodControls from '../../../src/lib/ui/figures/PeriodControls.svelte';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import * as villagesPage from '../../../src/routes/(public)/trends/villages/+page.server';
import { visit } from '../page-visit';
import {
	banquets,
	closeWell,
	evenYear,
	freshTown,
	ledger,
	publicQuery,
	town,
	villages,
	yearQuery,
	withdraw
} from './release-town';

freshTown();

const held = getFigure('banquets-held');
const reading = async (year: number, today = '2026-03-02') =>
	publishedReading(held, { ...(await yearQuery(year, today)), today });

describe('a figure as the public reads it', () => {
	it('has no number of a year that is not closed, and no change', async () => {
		await evenYear(2024);
		await closeWell('2024');
		expect(await reading(2024)).toMatchObject({ value: 96, previous: null, changeRate: null });
		expect(await reading(2025)).toMatchObject({ value: null, previous: 96, changeRate: null });
	});

	it('of a year that is over and was not closed to its end is no running one, and one without any number has nothing to compare', async () => {
		await evenYear(2024);
		await evenYear(2025);
		await closeWell('2024');
		await closeWell('2025-01');
		const partOf = async (path: string) =>
			((await visit(town.visitor, trendsPage.load, { path })).value as { report: object }).report;
		const chosen = { periods: { now: { toOn: '2025-01-31' } }, part: 'unpublished' };
		expect(await partOf('/trends?year=2025')).toMatchObject(chosen);
		expect(await partOf('/trends?year=2025&forecast=1')).toMatchObject(chosen);
		expect(await partOf('/trends?year=2026')).toMatchObject({ part: 'empty' });
		expect(await partOf('/trends?year=2024')).toMatchObject({ part: null });
		town.clock.setDate('2025-11-30');
		expect(await partOf('/trends?year=2025'), 'the year is running, and what is published of it is over').toMatchObject(
			chosen
		);
		const quarter = await visit(town.visitor, trendsPage.load, { path: '/trends?year=2025&quarter=1' });
		expect(quarter.value, 'a quarter that is over is not read "so far"').toMatchObject({
			words: { now: '2025年1月', before: '2024年1月' }
		});
	});

	it('says of a period that what follows is not published, and compares it only with what is published', async () => {
		await evenYear(2024);
		await evenYear(2025);
		await closeWell('2024');
		await closeWell('2025-01');
		town.clock.setDate('2025-11-30');
		const written = async (path: string) => {
			const { value } = await visit(town.visitor, trendsPage.load, { path });
			const { report, isRunningYear } = value as { report: never; isRunningYear: boolean };
			return { text: render(PeriodControls, { props: { report } }).body, isRunningYear };
		};
		const running = await written('/trends?year=2025');
		expect(running.isRunningYear, 'its end may be estimated').toBe(true);
		expect(running.text).toContain('2025年后面的还没有公布，数到2025年1月31日');
		expect(running.text).toContain('只和2024年1月比。');
		expect(running.text).not.toContain('还没有过完');
		await withdraw(2024);
		expect((await written('/trends?year=2025')).text).not.toContain('只和');
		expect((await written('/trends?year=2025&month=1')).text).not.toContain('和2024年1月比');
	});

	it('of a running year goes as far as its months are released, beside the same months', async () => {
		for (const year of [2024, 2025]) await evenYear(year);
		await banquets('sanxing', '2026-01', 12);
		await ledger.reportRest(2026);
		for (const span of ['2024', '2025', '2026-01']) await closeWell(span);
		expect(await reading(2026)).toMatchObject({ value: 12, previous: 24, changeRate: -50, until: '2026-01-31' });
	});

	it('of a range that cuts a span is not given', async () => {
		await evenYear(2024);
		await banquets('sanxing', '2025-01', 2);
		await banquets('sanxing', '2025-02', 4);
		await ledger.reportRest(2025);
		for (const span of ['2024', '2025-01', '2025-02']) await closeWell(span);
		const months = { fromOn: '2025-02-01', toOn: '2025-02-28' };
		const part = async () =>
			publishedReading(held, { ...(await publicQuery(months, '2026-03-02')), today: '2026-03-02' });
		expect(await part()).toMatchObject({ value: null, previous: 0 });
		const query = await publicQuery({ fromOn: '2025-01-01', toOn: '2025-02-28' }, '2026-03-02');
		expect(comparePublished('banquets-held', query).cells).toMatchObject([
			{ key: '2025-01', toKey: '2025-02', value: 6, previous: 24 }
		]);
	});
});

describe('tables as the public reads them', () => {
	it('are by village in the town’s order, closed ones while they have records', async () => {
		await evenYear(2024);
		await closeWell('2024');
		const { cells, total } = await readPart(
			town.ctx.db,
			await yearQuery(2024),
			publishedTable('banquets-held', 'villages')
		);
		expect(cells.map(({ name, value }) => [name, value])).toEqual([
			['三星村', 24],
			['河沙村', 24],
			['中坝村', 24],
			['桥头社区', 24]
		]);
		expect(total).toBe(96);
	});

	it('are of the quarter of a closed year that is asked for, and are said to be coarser than a month', async () => {
		await evenYear(2024);
		await closeWell('2024');
		const open = async (query: string) =>
			(await visit(town.visitor, villagesPage.load, { path: `/trends/villages?${query}` })).value as {
				gap: string | null;
				villages: { rows: { cells: { key: string; toKey: string; value: number | null }[] }[] };
			};
		const quarter = await open('year=2024&quarter=2');
		expect(quarter.gap).toBeNull();
		expect(quarter.villages.rows.map(({ cells }) => cells)).toMatchObject(
			villages.map(() => [{ key: '2024-04', toKey: '2024-06', value: 6, previous: null }])
		);
		for (const cut of ['year=2024&month=2', 'from=2024-02&to=2024-03', 'from=2024-12&to=2025-02'])
			expect(await open(cut), cut).toMatchObject({ gap: 'coarser', columns: 0 });
		expect(await open('year=2021&quarter=1')).toMatchObject({ gap: 'not-begun' });
	});

	it('are groups of occasions where one occasion is one or two', async () => {
		await evenYear(2024);
		for (const unit of villages) await ledger.banquet(unit, '2024-07-12', 'held', 'funeral');
		await ledger.banquet('sanxing', '2024-07-12', 'held', 'school');
		await closeWell('2024');
		const { cells } = await readPart(town.ctx.db, await yearQuery(2024), publishedOccasions);
		expect(cells.map(({ key }) => key)).toEqual(['wedding', 'funeral', 'rest']);
	});
});

describe('what was saved', () => {
	it('is the tables not held × the price of the village on the day of filing, released with its year', async () => {
		const rule = (unit: 'town' | 'sanxing', fromOn: string, pricePerTable: number) =>
			town.ctx.db
				.insert(villageRules)
				.values({ unitId: town.units[unit], fromOn, noticeDays: 10, tablesPerMeal: 20, pricePerTable, at: 0 });
		await rule('town', '2023-01-01', 400);
		await rule('sanxing', '2023-01-01', 600);
		await rule('sanxing', '2024-07-01', 900);
		await ledger.banquet('sanxingGroup1', '2024-05-01', 'reduced');
		await ledger.banquet('sanxing', '2024-08-01', 'reduced');
		await ledger.banquet('hesha', '2024-08-01', 'cancelled');
		await ledger.banquet('sanxing', '2024-08-02', null);
		await ledger.reportRest(2024);
		expect(savedIn(await yearQuery(2024), 2024)).toEqual({ saved: null, without: 'open' });
		await closeWell('2024');
		// 5 × 600 + 5 × 900 + 10 × 400 yuan: neither tables nor prices, which would say whose they are.
		expect(savedIn(await yearQuery(2024), 2024)).toEqual({ saved: 1, without: 'none' });
		await withdraw(2024);
		expect(savedIn(await yearQuery(2024), 2024)).toEqual({ saved: null, without: 'withdrawn' });
	});
});

describe('the estimate of the year-end', () => {
	it('rests on what is released of the same months of earlier years, and says which', async () => {
		for (const year of [2024, 2025]) {
			await banquets('sanxing', `${year}-01`, 40);
			await banquets('hesha', `${year}-09`, 40);
			await ledger.reportRest(year);
			await closeWell(String(year));
		}
		town.clock.setDate('2026-08-02');
		await banquets('sanxing', '2026-02', 24);
		await ledger.reportRest(2026);
		for (let month = 1; month <= 6; month++) await closeWell(`2026-0${month}`);
		const found = await readForecast(town.ctx.db, { scope: town.units.town, on: '2026-06-30' });
		expect(found).toMatchObject({ ok: true, counted: 24, years: [2025, 2024], forecast: { likely: 48 } });
		await ledger.banquet('sanxing', '2022-01-09');
		const again = await readForecast(town.ctx.db, { scope: town.units.town, on: '2026-06-30' });
		expect(again, 'a stray record moves nothing').toEqual(found);
	});

	it('is none with fewer than two earlier years', async () => {
		await evenYear(2024);
		await closeWell('2024');
		const found = await readForecast(town.ctx.db, { scope: town.units.town, on: '2025-06-30' });
		expect(found).toMatchObject({ ok: false, years: [2024] });
	});
});
