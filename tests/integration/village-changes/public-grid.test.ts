import { expect, test } from 'vitest';
import { render } from 'svelte/server';
import Mergers from '../../../src/routes/(public)/trends/Mergers.svelte';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import * as lecturesPage from '../../../src/routes/(public)/trends/lectures/+page.server';
import { m } from '../../../src/lib/paraglide/messages.js';
import { visit } from '../page-visit';
import { freshTown, id, ledger, town } from '../releases/release-town';
import { merge } from './backdated-town';
import { splitUp, two } from './split-town';

freshTown();

async function openGrid(year: number) {
	const path = `/trends/figures/villagers-meetings?year=${year}`;
	const { value } = await visit(town.visitor, figurePage.load, { path, params: { figure: 'villagers-meetings' } });
	return value as {
		coverage: { rows: { rows: { name: string; months: { state: string }[] }[] } };
		mergers: { name: string }[];
		splits: { name: string }[];
	};
}

const names = ({ coverage }: Awaited<ReturnType<typeof openGrid>>) => coverage.rows.rows.map(({ name }) => name);

test('the public grid of a year in which a village was split has the old one, which was there all its months, and says so', async () => {
	for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
		await ledger.activity('villagers-meeting', unit, '2026-01-10');
	await splitUp();
	const grid = await openGrid(2026);
	expect(names(grid)).toContain('三星村');
	expect(names(grid)).not.toContain('东星村');
	const old = grid.coverage.rows.rows.find(({ name }) => name === '三星村')!;
	expect(old.months.slice(0, 2).map(({ state }) => state)).toEqual(['known', 'missing']);
	expect(grid.splits).toMatchObject([{ name: '三星村' }]);
	const words = { mergedWords: m.trends_merged_ground, splitWords: m.trends_split_ground };
	const { body } = render(Mergers, { props: { ...grid, ...words } as never });
	expect(body).toContain('这里仍合起来写在三星村名下');
	expect((await openGrid(2025)).splits, 'a year before it').toEqual([]);
});

test('the public grid of a year in which villages merged names which of its rows they are in', async () => {
	await ledger.activity('villagers-meeting', 'sanxing', '2026-01-10');
	expect(await merge({ id: id() })).toMatchObject({ ok: true });
	const grid = await openGrid(2026);
	expect(grid.mergers).toHaveLength(2);
	const words = { mergedWords: m.trends_merged_ground, splitWords: m.trends_split_ground };
	expect(render(Mergers, { props: { ...grid, ...words } as never }).body).toContain('合并以前的，各村合起来写在');
	expect((await openGrid(2025)).mergers).toEqual([]);
});

test('the page of lectures has what its table of villages needs to say of them', async () => {
	await merge({ id: id() });
	await splitUp({ villageId: town.units.zhongba, into: two('东坝村', '西坝村') });
	const { value } = await visit(town.visitor, lecturesPage.load, { path: '/trends/lectures?year=2026' });
	expect((value as { mergers: object[] }).mergers).toHaveLength(2);
	expect((value as { splits: object[] }).splits).toMatchObject([{ name: '中坝村' }]);
});
