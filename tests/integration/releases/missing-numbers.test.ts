import { describe, expect, it } from 'vitest';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { publishedReading } from '../../../src/lib/server/releases/public-figures';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { cellText } from '../../../src/lib/ui/figures/chart-cell';
import { figureValue } from '../../../src/lib/ui/figures/figure-value';
import { figureWords } from '../../../src/lib/ui/figures/figure-words';
import { gapWords } from '../../../src/lib/ui/figures/gap-words';
import { m } from '../../../src/lib/paraglide/messages.js';
import * as home from '../../../src/routes/(public)/+page.server';
import * as birthdaysPage from '../../../src/routes/(public)/trends/birthday-banquets/+page.server';
import * as drivesPage from '../../../src/routes/(public)/trends/blood-drives/+page.server';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import * as figuresPage from '../../../src/routes/(public)/trends/figures/+page.server';
import * as pledgesPage from '../../../src/routes/(public)/trends/pledges/+page.server';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import * as figuresApi from '../../../src/routes/api/v1/figures/+server';
import * as trendApi from '../../../src/routes/api/v1/trends/banquets-held/+server';
import { declareLedgers } from '../../../src/lib/server/units/ledger-starts';
import { visit } from '../page-visit';
import { banquets, closeWell, evenYear, freshTown, id, ledger, town, villages, yearQuery } from './release-town';

freshTown();

const today = '2026-05-02';
type Reading = { id: string; value: number | null; shown: string; previous: number | null; previousShown: string };

async function openFigure(figure: string, year: number) {
	const path = `/trends/figures/${figure}?year=${year}`;
	const { value } = await visit(town.visitor, figurePage.load, { path, params: { figure } });
	return value as { notes: { gap: never } | null; reading: Reading; words: { now: string } };
}

async function listed(year: number): Promise<Reading[]> {
	const { value } = await visit(town.visitor, figuresPage.load, { path: `/trends/figures?year=${year}` });
	return (value as { figures: Reading[] }).figures;
}

async function askApi(route: typeof figuresApi | typeof trendApi, path: string) {
	const url = new URL(`http://localhost/api/v1/${path}`);
	return (await (await route.GET({ url, locals: { context: town.visitor } } as never)).json()) as unknown;
}

/** A closed year with banquets, declarations and one who was dissuaded, and three closed months of the running one. */
async function twoYears() {
	town.clock.setDate(today);
	await evenYear(2025);
	await closeWell('2025');
	for (const month of ['01', '02', '03']) for (const unit of villages) await banquets(unit, `2026-${month}`, 3);
	await ledger.reportRest(2026);
	for (const month of ['01', '02', '03']) await closeWell(`2026-${month}`);
}

describe('a figure that is published of whole years alone', () => {
	it('has a definition that says so where it says when it is published', () => {
		const { definition } = figureWords('complaints', { campaigns: [], kinds: [] } as never);
		expect(definition({}, { locale: 'zh-CN' })).toContain('一年公布一次');
		expect(definition({}, { locale: 'zh-CN' })).not.toContain('过完的月份');
		expect(definition({}, { locale: 'en' })).toContain('once a year');
	});

	it('is exact of the town, and the notice on privacy does not say otherwise', async () => {
		await ledger.dissuasion('sanxing', '2025-05-10');
		await evenYear(2025);
		await closeWell('2025');
		expect((await openFigure('banquets-dissuaded', 2025)).reading.value).toBe(1);
		expect(m.privacy_how({}, { locale: 'zh-CN' })).toContain('劝停、投诉总数和镇里自己做的工作，照实写');
	});

	it('says in a running year that it comes after the year, not after the next month', async () => {
		await twoYears();
		const { notes, reading, words } = await openFigure('banquets-dissuaded', 2026);
		expect(notes!.gap).toBe('year-only');
		expect(gapWords(notes!.gap, words.now)).toBe(
			'2026年至今还没有公布：这个数只公布全年的，一年一次，全年各月都结了账才公布。'
		);
		expect(reading).toMatchObject({ shown: 'unpublished', previousShown: 'withheld' });
		expect(figureValue({ value: null, unit: 'cases', shown: 'unpublished' }, '没有数据')).toBe('还没有公布');
		expect(figureValue({ value: null, unit: 'cases', shown: 'withheld' }, '没有数据')).toBe('不公布');
	});

	it('reads so in the list, apart from what has no data, and in the open interface', async () => {
		await twoYears();
		const of = async (id: string) => (await listed(2026)).find((one) => one.id === id)!;
		const texts = (await Promise.all(['banquets-dissuaded', 'blood-donations'].map(of))).map((one) =>
			[one.value, one.previous].map((value, nth) => cellText(value, [one.shown, one.previousShown][nth] as never))
		);
		expect(texts).toEqual([
			['还没有公布', '不公布'],
			['—', '—']
		]);
		const answer = (await askApi(figuresApi, 'figures?year=2026')) as Reading[];
		const shown = Object.fromEntries(answer.map((one) => [one.id, [one.shown, one.previousShown]]));
		expect(shown['banquets-dissuaded']).toEqual(['unpublished', 'withheld']);
		expect(shown['blood-donations'], 'no drive was ever recorded').toEqual([null, null]);
		expect(shown['banquets-held']).toEqual(['exact', 'exact']);
	});
});

describe('months and villages in the open interface', () => {
	it('say of what is not published that it is not, and nothing of months to come', async () => {
		await twoYears();
		const ask = async (by: string) =>
			((await askApi(trendApi, `trends/banquets-held?year=2026&by=${by}`)) as { cells: Reading[] }).cells;
		expect((await ask('month')).map(({ shown }) => shown)).toEqual([
			...['exact', 'exact', 'exact', 'unpublished', 'unpublished'],
			...Array<null>(7).fill(null)
		]);
		const byVillage = await ask('village');
		expect(byVillage).toHaveLength(4);
		for (const { shown, previousShown } of byVillage) expect([shown, previousShown]).toEqual(['unpublished', 'exact']);
	});
});

describe('the page of birthday banquets', () => {
	it('says of a figure how far it is counted, where that is not the end of the page’s period', async () => {
		for (let nth = 0; nth < 24; nth++) await ledger.birthdayGuest('sanxing', '2025-02-10', 'attended');
		for (let nth = 0; nth < 6; nth++) await ledger.birthdayGuest('sanxing', '2026-02-10', 'attended');
		await twoYears();
		const { value } = await visit(town.visitor, birthdaysPage.load, { path: '/trends/birthday-banquets?year=2026' });
		const { figures, words } = value as { figures: { id: string; until: string | null }[]; words: { now: string } };
		expect(words.now).toBe('2026年1月至3月');
		expect(figures.slice(0, 2).map(({ id, until }) => [id, until])).toEqual([
			['birthday-banquets', today],
			['elders-hosted', '2026-03-31']
		]);
	});
});

describe('a year before that is not published', () => {
	it('is not called a year without records', async () => {
		await evenYear(2024);
		await evenYear(2025);
		await closeWell('2025');
		const asked = { ...(await yearQuery(2025)), today: '2026-03-02', starts: await readLedgerStarts(town.ctx.db) };
		expect(publishedReading(getFigure('banquets-held'), asked)).toMatchObject({
			...{ value: 96, previous: null, previousShown: 'unpublished' }
		});
	});
});

describe('a closed year of which a ledger has no record', () => {
	it('says that there is none, and does not promise that it will be published', async () => {
		await evenYear(2025);
		for (const ledger of ['pledges', 'events', 'guests'] as const)
			await declareLedgers(town.as('zhou'), { id: id(), starts: [{ ledger, fromOn: '2025-01-01' }] });
		await closeWell('2025');
		const gapsOf = async (load: typeof pledgesPage.load | typeof trendsPage.load, path: string) =>
			(await visit(town.visitor, load as never, { path })).value as { gap?: string; coverageGap?: string };
		expect(await gapsOf(pledgesPage.load, '/trends/pledges?year=2025')).toMatchObject({ gap: 'no-record' });
		expect(await gapsOf(trendsPage.load, '/trends?year=2025')).toMatchObject({ coverageGap: 'no-record' });
		const drives = await visit(town.visitor, drivesPage.load, { path: '/trends/blood-drives?year=2025' });
		expect(drives.value).toMatchObject({ notes: { gap: 'no-record' } });
		const { notes, reading } = await openFigure('elders-hosted', 2025);
		expect([notes!.gap, reading.shown]).toEqual(['no-record', 'exact']);
		expect(gapWords('no-record', '2025年')).toBe('2025年，这本台账里还没有记录。没有数，不等于是零。');
	});

	it('is the same of a town that has recorded nothing yet, on its first page', async () => {
		await declareLedgers(town.as('zhou'), { id: id(), starts: [{ ledger: 'banquets', fromOn: '2026-01-01' }] });
		expect((await visit(town.visitor, home.load, { path: '/' })).value).toMatchObject({ gap: 'no-record' });
	});
});
