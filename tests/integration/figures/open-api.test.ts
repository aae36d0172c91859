import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figures as ofSoftware } from '../../../src/lib/domain/figures/figure';
import { closings } from '../../../src/lib/server/db/schema/reviews/closings';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { takeSnapshot } from '../../../src/lib/server/reviews/snapshots';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import * as figuresRoute from '../../../src/routes/api/v1/figures/+server';
import * as trendRoute from '../../../src/routes/api/v1/trends/banquets-held/+server';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const routes = { figures: figuresRoute, 'trends/banquets-held': trendRoute };

async function ask(path: keyof typeof routes, query: string, method: 'GET' | 'fallback' = 'GET') {
	const url = new URL(`http://localhost/api/v1/${path}${query}`);
	return routes[path][method]({ url, locals: { context: town.visitor } } as never);
}

/** Closes whole years. */
async function close(...years: string[]) {
	const definitions = figureDefinitions;
	for (const span of years) {
		const ids = { id: town.ctx.newId(), snapshotId: town.ctx.newId() };
		const result = await closePeriod(town.as('zhou'), { ...ids, unitId: town.units.town, span, definitions });
		expect(result).toMatchObject({ ok: true });
	}
}

async function times(count: number, make: () => Promise<unknown>) {
	for (let i = 0; i < count; i++) await make();
}

describe('GET /api/v1/figures', () => {
	it('is an array of every figure with name, unit, values, change in percent and definition', async () => {
		await times(5, () => ledger.banquet('sanxing', '2023-05-01'));
		await times(2, () => ledger.banquet('sanxing', '2024-05-01'));
		await ledger.reportRest(2023, 2024);
		await close('2023', '2024');
		const answer = await ask('figures', '?year=2024');
		const figures = (await answer.json()) as Record<string, unknown>[];
		expect(figures.map(({ id }) => id)).toEqual(ofSoftware.map(({ id }) => id));
		expect(figures[0]).toEqual({
			id: 'banquets-held',
			name: '办宴数量',
			unit: '场',
			value: 2,
			previous: 5,
			changeRate: -60,
			until: null,
			previousUntil: null,
			shown: 'exact',
			previousShown: 'exact',
			snapshot: 2,
			settled: 2,
			later: 0,
			awaited: null,
			definition: expect.stringContaining('按办宴当天算') as string,
			href: 'http://localhost/trends/figures/banquets-held?year=2024'
		});
		expect(figures.find(({ id }) => id === 'complaints')).toMatchObject({ value: null, changeRate: null });
	});

	it('names the snapshot that a number comes from: a later one of the year leaves what was released as it is', async () => {
		await times(5, () => ledger.banquet('sanxing', '2024-05-01'));
		await ledger.reportRest(2024);
		await close('2024');
		await ledger.banquet('sanxing', '2024-05-02');
		await ledger.activity('media-report', 'town', '2024-06-02');
		const [closing] = await town.ctx.db.select().from(closings);
		const command = { id: town.ctx.newId(), closingId: closing!.id, reason: '补记', definitions: figureDefinitions };
		expect(await takeSnapshot(town.as('zhou'), command)).toMatchObject({ ok: true });
		const figures = (await (await ask('figures', '?year=2024')).json()) as Record<string, unknown>[];
		const of = (id: string) => figures.find((one) => one.id === id);
		expect(of('banquets-held')).toMatchObject({ value: 5, snapshot: 1, settled: 5 });
		expect(of('media-reports')).toMatchObject({ snapshot: 2 });
		expect(of('complaints'), 'not released').toMatchObject({ value: null, snapshot: null });
	});

	it('knows nothing of households before their period is closed, and nothing of a year without records', async () => {
		await times(5, () => ledger.banquet('sanxing', '2024-05-01'));
		await times(3, () => ledger.activity('villagers-meeting', 'sanxing', '2024-05-01'));
		await ledger.reportRest(2024);
		const read = async (year: number) =>
			(await (await ask('figures', `?year=${year}`)).json()) as {
				id: string;
				value: number | null;
				changeRate: unknown;
				shown: unknown;
			}[];
		const values = async (year: number, id: string) => (await read(year)).find((figure) => figure.id === id);
		expect(await values(2024, 'banquets-held')).toMatchObject({ value: null, shown: 'unpublished' });
		expect(await values(2024, 'blood-donations'), 'nothing is recorded').toMatchObject({ value: null, shown: null });
		expect(await values(2024, 'villagers-meetings')).toMatchObject({ value: 3, shown: 'exact' });
		await close('2024');
		expect(await values(2024, 'banquets-held')).toMatchObject({ value: 5 });
		const next = await read(2025);
		for (const { value, changeRate } of next) expect([value, changeRate]).toEqual([null, null]);
		expect(
			next.find(({ id }) => id === 'banquets-held'),
			'never closed'
		).toMatchObject({ shown: 'unpublished' });
		expect(next.find(({ id }) => id === 'villagers-meetings')).toMatchObject({ shown: null });
	});

	it('speaks English when asked', async () => {
		const figures = (await (await ask('figures', '?year=2024&lang=en')).json()) as Record<string, unknown>[];
		expect(figures[0]).toMatchObject({ name: 'Banquets held', unit: 'banquets' });
	});

	it('may be read from any page, and kept for a short while', async () => {
		const { headers } = await ask('figures', '?year=2024');
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('cache-control')).toBe('public, max-age=60');
	});

	it.each(['', '?year=', '?year=abcd', '?year=1999', '?year=20245', '?year=-2024', '?year=2024.5', '?year=２０２４'])(
		'answers a wrong year %j with 400 and plain words',
		async (query) => {
			const answer = await ask('figures', query);
			expect(answer.status).toBe(400);
			expect(await answer.json()).toEqual({ error: 'year-wrong', message: expect.stringContaining('2024') as string });
		}
	);

	it.each([
		['figures', '?year=2024&quarter=1'],
		['figures', '?year=2024&by=month'],
		['trends/banquets-held', '?year=2024&by=village&quarter=1']
	] as const)('answers a parameter that it does not know with 400 and its name: %s %s', async (path, query) => {
		const answer = await ask(path, query);
		expect(answer.status).toBe(400);
		const name = query.slice(query.lastIndexOf('&') + 1).split('=')[0]!;
		const message = expect.stringContaining(`“${name}”`) as string;
		expect(await answer.json()).toEqual({ error: 'parameter-unknown', message });
	});

	it('answers an unknown language with 400', async () => {
		expect((await ask('figures', '?year=2024&lang=fr')).status).toBe(400);
	});

	it('answers any other method with 405', async () => {
		const answer = await ask('figures', '?year=2024', 'fallback');
		expect(answer.status).toBe(405);
		expect(answer.headers.get('allow')).toBe('GET, HEAD');
	});
});

describe('GET /api/v1/trends/banquets-held', () => {
	it('gives the months as they were released, those together that were published together', async () => {
		await times(80, () => ledger.banquet('sanxing', '2023-02-01'));
		await times(6, () => ledger.banquet('sanxing', '2024-02-01'));
		await ledger.banquet('sanxing', '2024-03-01');
		await times(4, () => ledger.banquet('sanxing', '2024-04-01'));
		await ledger.reportRest(2023, 2024);
		await close('2023', '2024');
		const answer = await ask('trends/banquets-held', '?year=2024&by=month');
		const trend = (await answer.json()) as { cells: unknown[] };
		expect(trend).toMatchObject({ id: 'banquets-held', year: 2024, by: 'month', total: 11, previousTotal: 80 });
		expect(trend.cells).toHaveLength(11);
		expect(trend.cells.slice(1, 4)).toEqual([
			{ key: '02', label: '2月', value: 6, shown: 'exact', previous: 80, previousShown: 'exact' },
			{ key: '03', toKey: '04', label: '3月–4月', value: 5, shown: 'exact', previous: 0, previousShown: 'exact' },
			{ key: '05', label: '5月', value: 0, shown: 'exact', previous: 0, previousShown: 'exact' }
		]);
	});

	it('never carries a number under three, whatever it is broken down by', async () => {
		const spread = { sanxing: 1, hesha: 2, zhongba: 5, qiaotou: 9 } as const;
		for (const [unit, count] of Object.entries(spread)) {
			for (const year of ['2023', '2024'])
				await times(count, () => ledger.banquet(unit as keyof typeof spread, `${year}-0${count}-05`));
		}
		await ledger.reportRest(2023, 2024);
		await close('2023', '2024');
		const numbers: unknown[] = [];
		for (const by of ['month', 'village', 'occasion']) {
			const answer = await ask('trends/banquets-held', `?year=2024&by=${by}&lang=en`);
			const { cells } = (await answer.json()) as { cells: { value: number | null; previous: number | null }[] };
			numbers.push(...cells.flatMap(({ value, previous }) => [value, previous]));
		}
		expect(numbers).toContain(9);
		for (const few of [1, 2]) expect(numbers).not.toContain(few);
	});

	it('names villages and occasions', async () => {
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
			await times(9, () => ledger.banquet(unit, '2024-02-01'));
		await ledger.reportRest(2024);
		await close('2024');
		const village = (await (await ask('trends/banquets-held', '?year=2024&by=village&lang=en')).json()) as Labels;
		expect(village.cells[0]).toMatchObject({ key: town.units.sanxing, label: 'Sanxing Village' });
		const occasion = (await (await ask('trends/banquets-held', '?year=2024&by=occasion')).json()) as Labels;
		expect(occasion.cells[0]!.key).toBe('wedding');
		expect(occasion.cells[0]!.label).toMatch(/婚/);
		expect(occasion.cells[0]!.occasions).toEqual([{ key: 'wedding', label: '婚嫁' }]);
		const others = occasion.cells.find(({ key }) => key === 'other' || key === 'rest')!;
		expect(others.occasions.length, 'more than one, each by itself').toBeGreaterThan(1);
		expect(others.occasions.at(-1)).toEqual({ key: 'other', label: '其他' });
	});

	it.each(['?year=2024', '?year=2024&by=day', '?year=2024&by=', '?by=month'])(
		'answers %j with 400 and plain words',
		async (query) => {
			const answer = await ask('trends/banquets-held', query);
			expect(answer.status).toBe(400);
			expect(Object.keys((await answer.json()) as object)).toEqual(['error', 'message']);
		}
	);
});

interface Labels {
	cells: { key: string; label: string; occasions: { key: string; label: string }[] }[];
}
