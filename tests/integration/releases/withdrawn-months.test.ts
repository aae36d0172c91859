import { beforeEach, describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { savedIn } from '../../../src/lib/server/releases/saved';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import * as trendsPage from '../../../src/routes/(public)/trends/+page.server';
import * as villagesPage from '../../../src/routes/(public)/trends/villages/+page.server';
import * as api from '../../../src/routes/api/v1/trends/banquets-held/+server';
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
	withdraw
} from './release-town';

freshTown();

const today = '2026-05-02';

/** Banquets of three closed months of the running year, after a year that is closed whole. */
beforeEach(async () => {
	town.clock.setDate(today);
	await evenYear(2025);
	await closeWell('2025');
	for (const month of ['01', '02', '03']) for (const unit of villages) await banquets(unit, `2026-${month}`, 3);
	await ledger.reportRest(2026);
	for (const month of ['01', '02', '03']) await closeWell(`2026-${month}`);
});

async function trendsOf(search: string) {
	const { value } = await visit(town.visitor, trendsPage.load, { path: `/trends?${search}` });
	return value as {
		report: { periods: object; part: string | null };
		words: object;
		held: { value: number | null; previous: number | null; shown: string };
		dissuaded: object;
		saved: object;
		notes: { gap: string | null };
		isRunningYear: boolean;
		charts: Record<
			string,
			{ cells: { key: string; shown: string; previousShown: string }[]; now: string; total: number | null }
		>;
	};
}

const shownIn = (chart: { cells: { key: string; shown: string }[] }) =>
	chart.cells.filter(({ shown }) => shown === 'withdrawn').map(({ key }) => key);

describe('months of a running year that were taken back', () => {
	it('change what is said of their own figure alone: the months, what they are compared with, and all else stay', async () => {
		const before = await trendsOf('year=2026');
		expect(before.held).toMatchObject({ value: 36, previous: 24, until: '2026-03-31' });
		await withdraw(2026);
		const after = await trendsOf('year=2026');
		expect(after.held).toMatchObject({
			...{ value: null, shown: 'withdrawn', previous: 24, previousShown: 'exact' },
			...{ until: '2026-03-31', previousUntil: '2025-03-31' }
		});
		expect(after.notes.gap).toBe('withdrawn');
		expect([before.isRunningYear, after.isRunningYear], 'an estimate is asked for').toEqual([true, false]);
		for (const part of ['words', 'dissuaded', 'saved'] as const) expect(after[part], part).toEqual(before[part]);
		expect(after.report.periods).toEqual(before.report.periods);
		expect(after.report.part).toBe(before.report.part);
		for (const chart of ['attendance-by-month', 'coverage-by-village'])
			expect(after.charts[chart], chart).toEqual(before.charts[chart]);
		for (const chart of ['held-by-village', 'held-by-occasion'])
			expect(after.charts[chart]!.cells, chart).toEqual(before.charts[chart]!.cells);
		expect(shownIn(after.charts['held-by-month']!), 'the months that were published').toEqual([
			...['2026-01', '2026-02', '2026-03']
		]);
	});

	it('are named on the figure’s own page, beside the same months of last year', async () => {
		await withdraw(2026);
		const figure = await visit(town.visitor, figurePage.load, {
			...{ path: '/trends/figures/banquets-held?year=2026', params: { figure: 'banquets-held' } }
		});
		expect(figure.value).toMatchObject({
			...{ words: { now: '2026年1月至3月', before: '2025年1月至3月' } },
			reading: { shown: 'withdrawn', previous: 24 }
		});
	});

	it('are no other months, no table and no estimate that never was published', async () => {
		await withdraw(2026);
		expect((await trendsOf('year=2026&quarter=1')).notes.gap).toBe('withdrawn');
		expect((await trendsOf('year=2026&quarter=2')).notes.gap).toBe('not-yet');
		expect(await trendsOf('year=2026&quarter=2')).toMatchObject({ held: { shown: 'unpublished' } });
		const villages = await visit(town.visitor, villagesPage.load, { path: '/trends/villages?year=2026' });
		expect(villages.value).toMatchObject({ gap: 'not-yet' });
		expect(savedIn(await publicQuery(yearBounds(2026), today), 2026)).toEqual({ saved: null, without: 'open' });
	});

	it('are the same in the open interface', async () => {
		const ask = async (by: string) => {
			const url = new URL(`http://localhost/api/v1/trends/banquets-held?year=2026&by=${by}`);
			const answer = await api.GET({ url, locals: { context: town.visitor } } as never);
			return (await answer.json()) as { cells: { shown: string | null }[] };
		};
		const villagesBefore = await ask('village');
		await withdraw(2026);
		expect(await ask('month')).toMatchObject({ until: '2026-03-31', shown: 'withdrawn', previousTotal: 24 });
		expect((await ask('month')).cells.map(({ shown }) => shown)).toEqual([
			...Array<string>(3).fill('withdrawn'),
			...['unpublished', 'unpublished'],
			...Array<null>(7).fill(null)
		]);
		expect((await ask('village')).cells).toEqual(villagesBefore.cells);
	});
});

describe('a closed year that was taken back', () => {
	it('is missed beside the months of the running one that are compared with it, and beside no other', async () => {
		await withdraw(2025);
		const { charts } = await trendsOf('year=2026');
		const { cells } = charts['held-by-month']!;
		expect(cells.filter(({ previousShown }) => previousShown === 'withdrawn').map(({ key }) => key)).toEqual([
			...['2026-01', '2026-02', '2026-03']
		]);
	});

	it('has taken its estimate back only where one was published', async () => {
		const saved = async () => savedIn(await publicQuery(yearBounds(2025), today), 2025);
		expect(await saved()).toEqual({ saved: null, without: 'none' });
		await withdraw(2025);
		expect(await saved()).toEqual({ saved: null, without: 'none' });
	});

	it('of a figure that is published by years alone says nothing else of a part of it', async () => {
		const gapOf = async (search: string) => {
			const { value } = await visit(town.visitor, figurePage.load, {
				...{ path: `/trends/figures/banquets-declared?${search}`, params: { figure: 'banquets-declared' } }
			});
			return (value as { notes: { gap: string | null } }).notes.gap;
		};
		expect(await gapOf('year=2025')).toBeNull();
		const before = await trendsOf('year=2025');
		await withdraw(2025, 'banquets-declared');
		expect(await gapOf('year=2025')).toBe('withdrawn');
		expect(await trendsOf('year=2025')).toEqual(before);
	});
});
