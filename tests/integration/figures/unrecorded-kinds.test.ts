import { describe, expect, it } from 'vitest';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { findFigure } from '../../../src/lib/domain/figures/figure';
import { readFigurePage } from '../../../src/lib/server/figures/figure-page';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { declareLedgers } from '../../../src/lib/server/units/ledger-starts';
import { coverageText } from '../../../src/lib/ui/figures/coverage-words';
import { freshTown, newId, town } from '../activities/activity-town';
import { addKind, correctKind, enter, monthsTo, reportNone } from '../activities/kind-town';
import { putActivity } from '../rows/activity-rows';
import * as figuresRoute from '../../../src/routes/api/v1/figures/+server';

freshTown();

const today = '2026-03-02';
const years = [2023, 2024, 2025, 2026];

/** The town's other work is recorded in every year. */
const keepAll = async () => {
	for (const year of years) await putActivity(town, 'slogan', 'town', `${year}-01-05`);
};

const beginWork = (fromOn: string) =>
	declareLedgers(town.as('zhou'), { id: newId(), starts: [{ ledger: 'activities', fromOn }] });

const read = (year: number) => readKind('added-1', year);

async function readKind(kind: string, year: number, scope = town.units.town) {
	const readings = await readFigures(town.ctx, { scope, periods: reportingPeriods(year, today) });
	const { value, previous, changeRate } = readings.find(({ id }) => id === kind)!;
	return { value, previous, changeRate };
}

async function monthsOf(year: number) {
	const figure = findFigure((await town.ctx.registry()).figures, 'added-1')!;
	const periods = reportingPeriods(year, today);
	const page = await readFigurePage(town.ctx, { figure, scope: town.units.town, year, today, periods });
	return page.months!.cells.map(({ value }) => value);
}

async function idsFromApi(year: number) {
	const url = new URL(`http://localhost/api/v1/figures?year=${year}`);
	const answer = await figuresRoute.GET({ url, locals: { context: town.visitor } } as never);
	return ((await answer.json()) as { id: string }[]).map(({ id }) => id);
}

const unknown = { value: null, previous: null, changeRate: null };

describe('a kind that an administrator added and that has no entry', () => {
	it('is unknown, and no zero, in every year and month, also where the town recorded other work', async () => {
		await keepAll();
		await addKind({ name: '反诈宣传', fromOn: '2022-01-01' });
		for (const year of years) expect(await read(year), String(year)).toEqual(unknown);
		for (const year of years) expect(await monthsOf(year), String(year)).toEqual(Array(12).fill(null));
	});

	it('is not known of the months before its first entry, nor of those after it, until they are reported', async () => {
		await keepAll();
		await addKind({ fromOn: '2025-01-01' });
		await enter('2025-11-20', { quantity: 4 });
		expect(await read(2025)).toEqual(unknown);
		expect(await monthsOf(2025)).toEqual(Array(12).fill(null));
		await reportNone(2025, monthsTo(10));
		expect(await read(2025)).toEqual(unknown);
		expect(await monthsOf(2025)).toEqual([...Array<number>(10).fill(0), 4, null]);
		await reportNone(2025, [12]);
		expect(await read(2025)).toEqual({ value: 4, previous: null, changeRate: null });
		expect(await monthsOf(2025)).toEqual([...Array<number>(10).fill(0), 4, 0]);
		expect(await read(2024)).toEqual(unknown);
	});

	it('counts from the month from which it is kept, also where that month is not over', async () => {
		await addKind({ fromOn: '2025-11-01' });
		await enter('2025-11-20', { quantity: 4 });
		await reportNone(2025, [12]);
		expect(await read(2025)).toEqual({ value: 4, previous: null, changeRate: null });
		expect(await monthsOf(2025)).toEqual([...Array<null>(10).fill(null), 4, 0]);
		await addKind({ name: '三月的工作', fromOn: '2026-03-01' });
		expect((await readKind('added-2', 2026)).value).toBeNull();
		await enter('2026-03-02', { kind: 'added-2', quantity: 2 });
		expect((await readKind('added-2', 2026)).value).toBe(2);
	});

	it('is none in the town where every village says so, and of a village where it says so itself', async () => {
		await addKind({ fromOn: '2026-01-01' });
		const of = async (unitId: string) => (await readKind('added-1', 2026, unitId)).value;
		await reportNone(2026, [1, 2], 'sanxing');
		expect([await of(town.units.sanxing), await of(town.units.hesha), await of(town.units.town)]).toEqual([
			0,
			null,
			null
		]);
		for (const village of ['hesha', 'zhongba', 'qiaotou'] as const) await reportNone(2026, [1, 2], village);
		expect(await of(town.units.town)).toBe(0);
	});

	it('makes no other work known by its entries', async () => {
		await addKind({ fromOn: '2025-01-01' });
		await enter('2025-11-20');
		const readings = await readFigures(town.ctx, { scope: town.units.town, periods: reportingPeriods(2025, today) });
		expect(readings.find(({ id }) => id === 'slogans')!.value).toBeNull();
	});

	it('has no data before the work ledger begins, whichever day it says', async () => {
		await addKind({ fromOn: '2022-01-01' });
		await beginWork('2023-07-01');
		await enter('2023-08-01', { quantity: 2 });
		await reportNone(2023, monthsTo());
		expect((await monthsOf(2023)).slice(4, 9)).toEqual([null, null, 0, 2, 0]);
	});
});

describe('a start before the work ledger', () => {
	it('is refused, of a new kind and of one that is put right', async () => {
		await beginWork('2023-01-01');
		const refused = { ok: false, refusal: 'kind-before-ledger' };
		expect(await addKind({ fromOn: '2022-12-31' })).toEqual(refused);
		expect(await addKind({ fromOn: '2023-01-01' })).toEqual({ ok: true });
		expect(await correctKind({ fromOn: '2022-01-01' })).toEqual(refused);
		expect(await correctKind({ fromOn: '2023-02-01' })).toEqual({ ok: true });
	});
});

describe('a public list of figures', () => {
	it('has an added kind only in the years in which it is kept', async () => {
		await addKind({ name: '明年的工作', fromOn: '2030-01-01' });
		await addKind({ name: '停了的工作', fromOn: '2024-01-01' });
		await correctKind({ name: '停了的工作', fromOn: '2024-01-01', closedFromOn: '2025-07-01' }, { kindId: 'added-2' });
		const added = async (year: number) => (await idsFromApi(year)).filter((id) => id.startsWith('added-'));
		expect(await added(2023)).toEqual([]);
		expect(await added(2025)).toEqual(['added-2']);
		expect(await added(2026)).toEqual([]);
	});
});

it('a kind that the town office alone keeps is known by the town’s own reports, and its page asks no village for more', async () => {
	await keepAll();
	await addKind({ fromOn: '2025-01-01' });
	await enter('2025-11-20', { quantity: 4 });
	await reportNone(2025, monthsTo(10));
	const coverage = async () =>
		(
			await readFigurePage(town.ctx, {
				...{ figure: findFigure((await town.ctx.registry()).figures, 'added-1')!, scope: town.units.town },
				...{ year: 2025, today, periods: reportingPeriods(2025, today) }
			})
		).coverage!;
	const withoutDecember = await coverage();
	expect(withoutDecember.missing, 'of December there is nothing').toBeGreaterThan(0);
	expect(coverageText(withoutDecember, withoutDecember.ledger)).toBe(
		'镇里、村里谁登记都行：一个月里有一条记录，或者镇里核实过没有，全镇这个月就算报了，不用村村再报。'
	);
	expect(coverageText(withoutDecember, 'banquet'), 'of what each village reports').toContain('处没报');
	await reportNone(2025, [12]);
	expect(await read(2025)).toMatchObject({ value: 4 });
	expect((await coverage()).missing, 'the town’s own entry closes November for all').toBe(0);
});
