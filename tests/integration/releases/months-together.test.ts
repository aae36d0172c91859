import { describe, expect, it } from 'vitest';
import * as api from '../../../src/routes/api/v1/trends/banquets-held/+server';
import * as page from '../../../src/routes/(public)/trends/+page.server';
import * as csv from '../../../src/routes/(public)/trends/charts/[chart]/data.csv/+server';
import { visit } from '../page-visit';
import { banquets, closeWell, freshTown, ledger, town } from './release-town';

freshTown();

/** A town so small that its year is published by quarter. */
async function smallYear() {
	for (const month of ['01', '03', '05', '08', '11']) await banquets('sanxing', `2024-${month}`, 6);
	await ledger.reportRest(2024);
	await closeWell('2024');
}

describe('a line that is published by quarter', () => {
	it('says so in the open interface, the file and the title of the chart', async () => {
		await smallYear();
		const ask = (path: string) => ({ url: new URL(path, 'http://localhost'), locals: { context: town.visitor } });

		const answer = await api.GET(ask('/api/v1/trends/banquets-held?year=2024&by=month') as never);
		const { cells } = (await answer.json()) as { cells: object[] };
		expect(cells).toMatchObject([
			{ key: '01', toKey: '03', label: '1月–3月', value: 12 },
			{ key: '04', toKey: '06', label: '4月–6月', value: 6 },
			{ key: '07', toKey: '09', label: '7月–9月', value: 6 },
			{ key: '10', toKey: '12', label: '10月–12月', value: 6 }
		]);

		const path = '/trends/charts/held-by-month/data.csv?year=2024';
		const file = await csv.GET({ ...ask(path), params: { chart: 'held-by-month' } } as never);
		const lines = (await file.text()).split('\r\n');
		expect(lines).toContain('起始月份,截止月份,2023年,2024年');
		expect(lines.filter((line) => line.startsWith('2024-'))).toEqual([
			...['2024-01,2024-03,,12', '2024-04,2024-06,,6', '2024-07,2024-09,,6', '2024-10,2024-12,,6']
		]);

		const { value } = await visit(town.visitor, page.load, { path: '/trends?year=2024' });
		const chart = (value as { charts: Record<string, { title: string }> }).charts['held-by-month']!;
		expect(chart.title).toBe('各时段办宴多少场');
	});
});
