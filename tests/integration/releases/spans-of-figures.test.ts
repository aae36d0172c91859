import { load as parse } from 'cheerio';
import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import PeriodControls from '../../../src/lib/ui/figures/PeriodControls.svelte';
import { releases } from '../../../src/lib/server/db/schema/releases/releases';
import { snapshots } from '../../../src/lib/server/db/schema/reviews/closings';
import * as birthdaysPage from '../../../src/routes/(public)/trends/birthday-banquets/+page.server';
import * as figuresPage from '../../../src/routes/(public)/trends/figures/+page.server';
import { visit } from '../page-visit';
import { closeWell, freshTown, id, ledger, town } from './release-town';

freshTown();

/** Releases lines of two figures of elders that end in different months, as a town has them in which one reports later. */
async function releaseLines() {
	town.clock.setDate('2026-04-02');
	await ledger.reportRest(2025);
	for (const span of ['2025', '2026-01', '2026-02', '2026-03']) await closeWell(span);
	const [first] = await town.ctx.db.select().from(snapshots);
	const snapshotId = first!.id;
	const line = (figure: string, fromOn: string, toOn: string, value: number) => ({
		...{ id: id(), unitId: town.units.town, figure, kind: 'line' as const, year: Number(fromOn.slice(0, 4)) },
		...{ fromOn, toOn, cells: [{ key: '', value }], snapshotId, at: 0 }
	});
	const rows = [
		line('elders-hosted', '2025-01-01', '2025-03-31', 30),
		line('elders-hosted', '2026-01-01', '2026-03-31', 24),
		line('cakes-delivered', '2025-01-01', '2025-02-28', 9),
		line('cakes-delivered', '2026-01-01', '2026-02-28', 6)
	];
	await town.ctx.db.insert(releases).values(rows);
}

it('a figure that is known less far than its neighbour has the words of its own months', async () => {
	await releaseLines();
	const { value } = await visit(town.visitor, birthdaysPage.load, { path: '/trends/birthday-banquets?year=2026' });
	const { figures } = value as { figures: object[] };
	expect(figures).toMatchObject([
		{ id: 'birthday-banquets' },
		{ id: 'elders-hosted', value: 24, previous: 30, words: { now: '2026年1月至3月', before: '2025年1月至3月' } },
		{ id: 'cakes-delivered', value: 6, previous: 9, words: { now: '2026年1月至2月', before: '2025年1月至2月' } }
	]);

	const all = await visit(town.visitor, figuresPage.load, { path: '/trends/figures?year=2026' });
	const cakes = (all.value as { figures: { id: string }[] }).figures.find((one) => one.id === 'cakes-delivered');
	expect(cakes).toMatchObject({ until: '2026-02-28', previousUntil: '2025-02-28' });
});

/** What the head of a page of figures says of how far they are counted. */
async function headOf(
	load: (event: never) => unknown,
	path: string,
	locale: 'zh-CN' | 'en' = 'zh-CN'
): Promise<string> {
	const { value } = await visit(town.visitor, load, { path });
	overwriteGetLocale(() => locale);
	const { body } = render(PeriodControls, { props: value as ComponentProps<typeof PeriodControls> });
	overwriteGetLocale(() => 'zh-CN');
	return parse(body)('.notice').text().trim();
}

it('the head of all figures is true of each: where they end on different days it says where that is written', async () => {
	await releaseLines();
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026')).toBe(
		'2026年还没有过完，各项指标数到的日子不一样：注在数字后面，没有注的数到2026年3月31日。都只和2025年同样长的一段比。'
	);
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026', 'en')).toBe(
		'2026 is not over, and its figures end on different days: a number says up to when it is counted; without a note it is up to 31 March 2026. Each is compared with the same part of 2025 only.'
	);
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026&month=1')).toBe('');
	await ledger.activity('slogan', 'town', '2026-03-30');
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026')).toContain('没有注的数到2026年4月2日');
});

it('the head of figures that all end on one day names it, and without any number says so once', async () => {
	town.clock.setDate('2026-04-02');
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026')).toBe(
		'2026年还没有数可以公布。先有的是镇里、村里做的工作，登记了就数进来；办宴、承诺、献血这些，结了账才公布。'
	);
	await ledger.activity('slogan', 'town', '2026-03-30');
	expect(await headOf(figuresPage.load, '/trends/figures?year=2026')).toBe('2026年还没有过完，数到2026年4月2日。');
});
