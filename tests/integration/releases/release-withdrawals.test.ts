import { load } from 'cheerio';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import type { Trend } from '../../../src/lib/domain/figures/trend';
import { publishedLine, publishedOccasions, publishedTable } from '../../../src/lib/server/figures/published-trends';
import { readPart, type TrendPart } from '../../../src/lib/server/figures/trend-asker';
import { savedIn } from '../../../src/lib/server/releases/saved';
import { cellText } from '../../../src/lib/ui/figures/chart-cell';
import { publishedReading } from '../../../src/lib/server/releases/public-figures';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { listWaitingWithdrawals } from '../../../src/lib/server/db/releases/withdrawals';
import {
	askReleaseWithdrawal,
	confirmReleaseWithdrawal,
	refuseReleaseWithdrawal,
	takeBackReleaseWithdrawal
} from '../../../src/lib/server/releases/release-withdrawals';
import * as villagesPage from '../../../src/routes/(public)/trends/villages/+page.server';
import { readChart } from '../../../src/routes/(public)/trends/charts/[chart]/read-chart';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import * as figuresPage from '../../../src/routes/(public)/trends/figures/+page.server';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import ReleaseNotes from '../../../src/routes/(public)/trends/ReleaseNotes.svelte';
import { visit } from '../page-visit';
import { banquets, closeWell, evenYear, freshTown, id, picture, retake, second, town, yearQuery } from './release-town';

freshTown();

const today = '2026-03-02';
const ask = (over: { id?: string; year?: number } = {}, by: 'zhou' | 'liu' = 'zhou') =>
	askReleaseWithdrawal(town.as(by), {
		...{ id: over.id ?? id(), unitId: town.units.town, figure: 'banquets-held' },
		...{ year: over.year ?? 2024, reason: '整批导错了' }
	});
const reading = async () =>
	publishedReading(getFigure('banquets-held'), { ...(await yearQuery(2024, today)), today }).value;

/** What a public page says of its releases. */
async function noteWords(path: string): Promise<string> {
	const { value } = await visit(town.visitor, trendsPage.load, { path });
	const { notes, words } = value as { notes: never; words: { now: string; before: string } };
	const { body } = render(ReleaseNotes, { props: { notes, ...words, year: 2024 } });
	return load(body).text().replaceAll(/\s/g, '');
}

describe('the withdrawal of a release', () => {
	it('that is asked for is taken back by the one who asked, or refused by another, and then may be asked for again', async () => {
		await evenYear(2024);
		await closeWell('2024');
		const end = async (how: typeof refuseReleaseWithdrawal, ctx: Parameters<typeof how>[0]) => {
			const withdrawalId = id();
			expect(await ask({ id: withdrawalId })).toEqual({ ok: true });
			const ended = await how(ctx, { id: id(), withdrawalId });
			return { withdrawalId, ended };
		};
		const waiting = (by: 'zhou' | 'liu') => listWaitingWithdrawals(town.ctx.db, town.units.town, town.accounts[by].id);
		const first = await end(takeBackReleaseWithdrawal, town.as('zhou'));
		expect(first.ended).toEqual({ ok: true });
		expect(await waiting('zhou')).toEqual([]);
		const late = await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId: first.withdrawalId });
		expect(late).toEqual({ ok: false, refusal: 'withdrawal-ended' });
		expect((await end(refuseReleaseWithdrawal, second())).ended).toEqual({ ok: true });
		const third = await end(refuseReleaseWithdrawal, town.as('zhou'));
		expect(third.ended, 'the one who asked does not refuse').toEqual({ ok: false, refusal: 'same-person' });
		expect(await waiting('zhou')).toMatchObject([{ figure: 'banquets-held', year: 2024, isOwn: 1 }]);
		expect((await waiting('liu'))[0]).toMatchObject({ isOwn: 0, closingId: expect.any(String) as string });
		expect(await reading(), 'nothing was withdrawn').toBe(96);
		const verbs = (await town.ctx.db.select().from(auditEntries)).map(({ verb }) => verb);
		expect(verbs).toEqual(expect.arrayContaining(['takeBackReleaseWithdrawal', 'refuseReleaseWithdrawal']));
	});

	it('takes two administrators, and all of the figure’s year with it; the next snapshot releases it anew', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		await banquets('sanxing', '2024-04', 3);
		const withdrawalId = id();
		expect(await ask({ id: withdrawalId })).toEqual({ ok: true });
		expect(await ask({ id: withdrawalId }), 'sent twice').toEqual({ ok: true });
		expect(await ask()).toEqual({ ok: false, refusal: 'withdrawal-waits' });
		expect(await reading(), 'nothing changes before it is confirmed').toBe(96);
		const confirm = (ctx = second()) => confirmReleaseWithdrawal(ctx, { id: id(), withdrawalId });
		expect(await confirm(town.as('zhou'))).toEqual({ ok: false, refusal: 'same-person' });
		expect(await confirm(town.as('liu'))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await confirm()).toEqual({ ok: true });
		expect(await confirm(), 'a second time nothing more happens').toEqual({ ok: false, refusal: 'withdrawal-ended' });
		expect(await picture(2024)).toEqual([]);
		expect(await reading()).toBeNull();
		expect((await yearQuery(2024, today)).published.isWithdrawn('banquets-held', yearBounds(2024))).toBe(true);
		expect((await yearQuery(2024, today)).published.again('banquets-held', 2024), 'not yet').toBeNull();
		expect(await noteWords('/trends?year=2024')).toContain(
			'已撤回，待更正；改好台账、再出一号定稿，就重新公布。撤回的原因：整批导错了。'
		);
		town.clock.advance(60_000);
		await retake(closing);
		expect((await yearQuery(2024, today)).published.again('banquets-held', 2024)).toMatchObject({
			withdrawnAt: town.ctx.now() - 60_000,
			at: town.ctx.now(),
			reason: '补记以后再定稿',
			withdrawnFor: '整批导错了'
		});
		expect(await noteWords('/trends?year=2024')).toMatch(
			/撤回过，更正后在.*重新公布。撤回的原因：整批导错了。重新定稿的原因：补记以后再定稿/
		);
		expect((await yearQuery(2024, today)).published.again('elders-hosted', 2024)).toBeNull();
		const { value } = await visit(town.visitor, figuresPage.load, { path: '/trends/figures?year=2024' });
		const { retaken } = value as { retaken: object[] };
		expect(retaken).toMatchObject([{ number: 2, reason: '补记以后再定稿', period: { fromOn: '2024-01-01' } }]);
		expect(await reading()).toBe(99);
		const { settled } = value as { settled: object };
		expect(settled, 'what was not taken back keeps the numbers of the first').toMatchObject({
			number: 2,
			released: [1, 2]
		});
		expect((await yearQuery(2024, today)).published.isWithdrawn('banquets-held', yearBounds(2024))).toBe(false);
	});

	it('is of what is released, by its administrator', async () => {
		expect(await ask()).toEqual({ ok: false, refusal: 'release-unknown' });
		await evenYear(2024);
		await closeWell('2024');
		expect(await ask({}, 'liu')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await ask({ year: 2023 })).toEqual({ ok: false, refusal: 'release-unknown' });
		expect(await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId: id() })).toMatchObject({
			refusal: 'release-unknown'
		});
	});
});

describe('what was taken back', () => {
	const asked = async (year: number) => ({ ...(await yearQuery(year, today)), today });
	const chart = async (year: number, part: TrendPart<Trend>) => readPart(town.ctx.db, await asked(year), part);
	const withdraw2024 = async () => {
		for (const year of [2024, 2025]) {
			await evenYear(year);
			await closeWell(String(year));
		}
		const withdrawalId = id();
		await ask({ id: withdrawalId });
		await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId });
	};

	it('is said to be withdrawn in its own year and where the next year is compared with it, and is no missing record', async () => {
		await withdraw2024();
		const held = getFigure('banquets-held');
		expect(publishedReading(held, await asked(2024))).toMatchObject({ value: null, shown: 'withdrawn' });
		expect(publishedReading(held, await asked(2025))).toMatchObject({
			...{ value: 96, shown: 'exact', previous: null, previousShown: 'withdrawn', changeRate: null }
		});
		expect(publishedReading(getFigure('banquets-declared'), await asked(2024))).toMatchObject({ shown: 'exact' });
		expect(savedIn(await asked(2024), 2024), 'there was no estimate').toEqual({ saved: null, without: 'none' });
		expect(savedIn(await asked(2026), 2026)).toEqual({ saved: null, without: 'open' });
	});

	it('is marked so in charts by month, village and occasion', async () => {
		await withdraw2024();
		for (const part of [
			publishedLine('banquets-held'),
			publishedTable('banquets-held', 'villages'),
			publishedOccasions
		]) {
			const { cells } = await chart(2025, part);
			expect(cells.length).toBeGreaterThan(0);
			for (const cell of cells)
				expect(cell).toMatchObject({ shown: 'exact', previous: null, previousShown: 'withdrawn' });
		}
		const { cells } = await chart(2024, publishedLine('banquets-held'));
		for (const cell of cells) expect(cell).toMatchObject({ value: null, shown: 'withdrawn' });
		expect(cells.map(({ value, shown }) => cellText(value, shown))).toEqual(Array(12).fill('已撤回，待更正'));
	});

	it('and is told again as one number has one reason for what is missing, on pages, in charts and in files', async () => {
		await evenYear(2024);
		const closing = await closeWell('2024');
		await banquets('sanxing', '2024-04', 1);
		const withdrawalId = id();
		await ask({ id: withdrawalId });
		await confirmReleaseWithdrawal(second(), { id: id(), withdrawalId });
		town.clock.advance(60_000);
		await retake(closing);
		expect(await picture(2024)).toEqual(['year 01-12: 97']);
		const reason = '2024年的数撤回、更正过，只公布全年的一个数';
		for (const name of ['held-by-month', 'held-by-village', 'held-by-occasion']) {
			const url = new URL(`http://localhost/trends/charts/${name}?year=2024`);
			const { missing } = await readChart(town.visitor, name, url);
			expect(missing, name).toContain(reason);
		}
		const villages = await visit(town.visitor, villagesPage.load, { path: '/trends/villages?year=2024' });
		expect(villages.value).toMatchObject({ gap: 'year-alone' });
		const figure = await visit(town.visitor, figurePage.load, {
			path: '/trends/figures/banquets-held?year=2024',
			params: { figure: 'banquets-held' }
		});
		expect(figure.value).toMatchObject({ notes: { gap: null, partsGap: 'year-alone' }, reading: { value: 97 } });
		expect(savedIn(await asked(2024), 2024)).toEqual({ saved: null, without: 'again' });
	});
});
