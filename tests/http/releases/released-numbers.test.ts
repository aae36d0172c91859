import { load } from 'cheerio';
import { beforeAll, expect, inject, it } from 'vitest';
import { dateOf } from '../../../src/lib/domain/calendar/calendar';
import { figures, type FigureId } from '../../../src/lib/domain/figures/figure';
import { isReleased } from '../../../src/lib/domain/releases/figure-class';
import type { Release } from '../../../src/lib/domain/releases/release';
import { routes } from '../crawl/routes';
import { Session } from '../session';
import { releasedCharts } from './public-addresses';
import { lineNumbers, readReleases, tableNumbers } from './released-cells';

// Every number of households in what the public reads is a released cell, or a sum of released cells that lie side by side.

const running = Number(dateOf(Date.now()).slice(0, 4));
const years = Array.from({ length: running - 2021 }, (_, at) => 2022 + at);
const releasedIds = new Set<FigureId>(figures.filter(isReleased).map(({ id }) => id));
const session = new Session(inject('address'));
let releases: Release[];

beforeAll(async () => {
	releases = await readReleases(years);
	expect(releases.length).toBeGreaterThan(50);
});

function expectKnown(numbers: readonly (number | null)[], known: ReadonlySet<number>, where: string): void {
	expect(
		numbers.filter((number) => number !== null && !known.has(number)),
		where
	).toEqual([]);
}

interface Reading {
	id: FigureId;
	value: number | null;
	previous: number | null;
	settled: number | null;
}

it.each(years)('the figures of %d for programs', async (year) => {
	const readings = (await session.get(`/api/v1/figures?year=${year}`)).json<Reading[]>();
	const released = readings.filter(({ id }) => releasedIds.has(id));
	expect(released.length).toBeGreaterThan(8);
	for (const { id, value, previous, settled } of released)
		expectKnown([value, previous, settled], lineNumbers(releases, id), `${id} ${year}`);
});

/** What the charts of households may show. */
const known: Record<string, () => Set<number>> = {
	'held-by-month': () => lineNumbers(releases, 'banquets-held'),
	'held-by-village': () => tableNumbers(releases, 'villages'),
	'held-by-occasion': () => tableNumbers(releases, 'occasions', 'groups'),
	'coverage-by-village': () => tableNumbers(releases, 'coverage'),
	'guests-by-month': () => lineNumbers(releases, 'elders-hosted')
};

it.each(['month', 'village', 'occasion'])('banquets by %s for programs', async (by) => {
	for (const year of years) {
		const answer = await session.get(`/api/v1/trends/banquets-held?year=${year}&by=${by}`);
		const { cells } = answer.json<{ cells: Reading[] }>();
		expectKnown(
			cells.flatMap(({ value, previous }) => [value, previous]),
			known[`held-by-${by}`]!(),
			`${by} ${year}`
		);
	}
});

const periods = [
	'year=2023',
	'year=2024',
	'year=2024&quarter=2',
	'from=2024-02&to=2024-05',
	`year=${running}`,
	`year=${running}&month=1`
];

it.each(releasedCharts)('the table and the file of the chart %s', async (chart) => {
	for (const period of periods) {
		const file = (await session.get(`/trends/charts/${chart}/data.csv?${period}`)).text();
		const lines = file.trim().split(/\r?\n/);
		// The title and what is said of the numbers are above the heads. The two numbers are the last columns.
		const rows = lines.slice(lines.findIndex((line) => line.split(',').length >= 3) + 1);
		if (period === 'year=2024') expect(rows.length, chart).toBeGreaterThan(0);
		const numbers = rows.flatMap((row) => row.split(',').slice(-2)).map(numberOf);
		expectKnown(numbers, known[chart]!(), `${chart}/data.csv?${period}`);
		const $ = load((await session.get(`/trends/charts/${chart}?${period}`)).text());
		for (const row of $('main table tbody tr').toArray()) {
			const [before = null, now = null, change = null] = $(row)
				.find('td.num')
				.toArray()
				.map((cell) => numberOf($(cell).text()));
			expectKnown([before, now], known[chart]!(), `${chart}?${period}`);
			if (change !== null) expect(change, `${chart}?${period}`).toBe(now! - before!);
		}
	}
});

/** Null where no number is given. */
function numberOf(text: string): number | null {
	const digits = text.trim().replace(/,/g, '').replace('−', '-').replace('+', '');
	return /^-?\d/.test(digits) ? parseInt(digits, 10) : null;
}

it('no page has a data address beside it', async () => {
	const pages = routes.filter(
		({ isPage, path }) => isPage && /^\/($|trends|events$|pledge$|privacy)/.test(path) && !path.includes('[')
	);
	for (const path of [
		...pages.map((page) => page.path),
		'/trends/figures/banquets-held',
		'/trends/charts/held-by-village'
	])
		expect((await session.get(`${path === '/' ? '' : path}/__data.json?year=2024`)).status, path).toBe(404);
});
