import { beforeEach, expect, it } from 'vitest';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import * as page from '../../../src/routes/(public)/trends/+page.server';
import { readChart } from '../../../src/routes/(public)/trends/charts/[chart]/read-chart';
import * as csv from '../../../src/routes/(public)/trends/charts/[chart]/data.csv/+server';
import { visit } from '../page-visit';
import { closeWell, evenYear, freshTown, ledger, town } from './release-town';

freshTown();

/** 2025 is closed up to September, and it is the 5th of November. */
beforeEach(async () => {
	await evenYear(2024);
	await evenYear(2025);
	for (const on of ['2024-09-05', '2024-10-05', '2025-09-05', '2025-10-05', '2025-11-02'])
		await ledger.event('lecture', 'sanxing', on, { topic: 'health' });
	await closeWell('2024');
	town.clock.setDate('2025-11-05');
	for (let month = 1; month <= 9; month++) await closeWell(`2025-0${month}`);
});

type Charts = Record<string, { cells: { value: number | null; previous: number | null }[]; isTelling: boolean }>;

async function pageOf(query: string) {
	const { value } = await visit(town.visitor, page.load, { path: `/trends?${query}` });
	return value as unknown as { charts: Charts; villageGap: string | null };
}

const chartOf = (name: string, query: string) =>
	readChart(town.visitor, name, new URL(`http://localhost/trends/charts/${name}?${query}`));

async function fileOf(name: string, query: string) {
	const url = new URL(`http://localhost/trends/charts/${name}/data.csv?${query}`);
	const file = await csv.GET({ url, locals: { context: town.visitor }, params: { chart: name } } as never);
	return { name: file.headers.get('content-disposition'), lines: (await file.text()).split('\r\n') };
}

it.each(['held-by-month', 'held-by-village', 'held-by-occasion', 'attendance-by-month', 'coverage-by-village'])(
	'the chart %s has the numbers and the periods of the page that links to it',
	async (name) => {
		for (const query of ['year=2025', 'year=2025&quarter=3', 'year=2025&quarter=4', 'year=2024']) {
			const { charts } = await pageOf(query);
			const { id: _, ...drawn } = (await chartOf(name, query)).chart;
			expect(charts[name], query).toMatchObject(drawn);
		}
	}
);

it('the file of a chart is named by its last month, and tells what is not published yet from what has no data', async () => {
	const held = await fileOf('held-by-month', 'year=2025');
	expect(held.name).toContain('held-by-month-2025-01-2025-09.csv');
	expect(held.lines).toEqual(
		expect.arrayContaining([
			'2025-09,2025-09,0,0',
			'2025-10,2025-10,不作比较,还没有公布',
			'2025-11,2025-11,不作比较,还没有公布',
			'2025-12,2025-12,不作比较,还没有到'
		])
	);
	const came = await fileOf('attendance-by-month', 'year=2025');
	expect(came.lines).toEqual(expect.arrayContaining(['2025-09,2025-09,20,20', '2025-10,2025-10,不作比较,还没有公布']));
	expect((await fileOf('lectures-by-month', 'year=2025')).name).toContain('2025-01-2025-11-05.csv');
});

it('a page of one figure or of one chart says that it shows another year than was asked for', async () => {
	const isOther = async (year: number) => {
		const params = { figure: 'banquets-held' };
		const path = `/trends/figures/banquets-held?year=${year}`;
		const { value } = await visit(town.visitor, figurePage.load, { path, params });
		return (value as { isOther: boolean }).isOther;
	};
	expect([await isOther(2030), await isOther(1999), await isOther(2024)]).toEqual([true, true, false]);
	expect((await chartOf('held-by-month', 'year=2030')).report.isOther).toBe(true);
});

it('a period whose villages are not published yet has no chart of last year’s villages alone, and says why', async () => {
	for (const query of ['year=2025&quarter=3', 'year=2025']) {
		const { charts, villageGap } = await pageOf(query);
		expect(charts['held-by-village'], query).toMatchObject({ isTelling: false, cells: [] });
		expect(charts['held-by-occasion'], query).toMatchObject({ isTelling: false });
		expect(villageGap, query).toBe('not-yet');
		expect((await chartOf('held-by-village', query)).missing).toContain('各村的数一年公布一次：2025年的');
	}
	expect((await pageOf('year=2025&quarter=4')).villageGap, 'the page says it of the town already').toBeNull();
	expect((await pageOf('year=2024&quarter=3')).charts['held-by-village']!.cells).toHaveLength(4);
	expect((await chartOf('held-by-village', 'year=2024&month=8')).missing).toContain('没有单独的一栏');
	expect((await chartOf('held-by-occasion', 'year=2024&month=8')).missing).toContain('只按更长的时间公布');
});
