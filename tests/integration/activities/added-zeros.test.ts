import { describe, expect, test } from 'vitest';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { readCoverage, readReports } from '../../../src/lib/server/figures/coverage';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { sumCoverage } from '../../../src/lib/domain/figures/coverage';
import { findFigure } from '../../../src/lib/domain/figures/figure';
import { readPublicFigurePage } from '../../../src/lib/server/releases/public-figure-page';
import { readPublished } from '../../../src/lib/server/releases/read-published';
import { freshTown, newId, town, zero } from './activity-town';
import { addKind, correctKind, enter } from './kind-town';

freshTown();

const today = '2026-03-02';
const added = { kind: 'added-1' as const };

describe('a checked zero of a kind that the town added', () => {
	test('is recorded of a month in which the kind is kept, and of no other', async () => {
		await addKind({ fromOn: '2025-12-10' });
		const check = (month: string) => recordCheckedZero(town.as('liu'), { ...zero(month), ...added });
		expect(await check('2026-02')).toMatchObject({ ok: true });
		expect(await check('2025-12')).toMatchObject({ ok: true });
		expect(await check('2025-11')).toEqual({ ok: false, refusal: 'kind-not-kept' });
		await correctKind({ fromOn: '2025-12-10', closedFromOn: '2026-01-01' });
		expect(await check('2026-01')).toEqual({ ok: false, refusal: 'kind-not-kept' });
	});

	test('and an entry of its month exclude each other, as for the kinds of the software', async () => {
		await addKind();
		await recordCheckedZero(town.as('zhou'), { ...zero('2026-02', 'town'), ...added });
		expect(await enter('2026-02-10', { unitId: town.units.sanxing })).toEqual({
			ok: false,
			refusal: 'month-checked-zero'
		});
		await enter('2026-01-10', { unitId: town.units.sanxing });
		const again = await recordCheckedZero(town.as('liu'), { ...zero('2026-01'), ...added });
		expect(again).toEqual({ ok: false, refusal: 'month-has-records' });
		expect(await correctKind({ name: '别的名字' })).toEqual({ ok: false, refusal: 'kind-has-entries' });
	});

	test('keeps the name of its kind, though there is no entry', async () => {
		await addKind();
		await recordCheckedZero(town.as('liu'), { ...zero('2026-02'), ...added });
		expect(await correctKind({ name: '别的名字' })).toEqual({ ok: false, refusal: 'kind-has-entries' });
	});
});

describe('the report of a month', () => {
	const report = (month: string) =>
		reportMonth(town.as('liu'), { id: newId(), unitId: town.units.sanxing, month, responsible: '赵核实' });

	test('is of the added kinds too, while they are kept', async () => {
		await addKind({ fromOn: '2026-02-01' });
		const [january, february] = [await report('2026-01'), await report('2026-02')];
		if (!january.ok || !february.ok) throw new Error('both months are over');
		expect(february.zeros - january.zeros).toBe(1);
		const registry = await town.ctx.registry();
		const asked = { unitId: town.units.sanxing, year: 2026, today, added: registry };
		const own = (await readReports(town.ctx.db, asked)).ofUnit().find(({ id }) => id === 'added-1')!;
		expect(own.months.map(({ state }) => state)).toEqual([
			'before',
			'checked',
			'running',
			...Array<string>(9).fill('coming')
		]);
		const [coverage] = await readCoverage(town.ctx.db, {
			...{ scope: town.units.town, year: 2026, today, added: registry },
			ledgers: ['added-1']
		});
		expect(coverage!.missing).toBe(coverage!.villages - 1);
	});
});

describe('an entry of a kind that the town added', () => {
	test('closes its month for the figure and for all villages alike', async () => {
		await addKind({ fromOn: '2025-12-01' });
		await enter('2026-01-10', { unitId: town.units.town });
		await reportMonth(town.as('zhou'), {
			id: newId(),
			unitId: town.units.town,
			month: '2026-02',
			responsible: '赵核实'
		});
		const asked = { unitId: town.units.town, year: 2026, today, added: await town.ctx.registry() };
		const reports = await readReports(town.ctx.db, asked);
		const { rows, ...sum } = reports.coverageOf('added-1');
		expect(sum).toMatchObject({ complete: sum.villages, months: 2, missing: 0 });
		for (const { months } of rows)
			expect(months.slice(0, 3).map(({ state }) => state)).toEqual(['covered', 'checked', 'running']);
		const figure = findFigure(asked.added.figures, 'added-1')!;
		const [scope, range] = [town.units.town, yearBounds(2026)];
		const published = await readPublished(town.ctx.db, scope, [range, yearBounds(2025)]);
		const page = await readPublicFigurePage(town.ctx, {
			...{ scope, range, published, today, figure, year: 2026, periods: rangePeriods(range, today) }
		});
		expect(page.reading.value).not.toBeNull();
		for (const { months } of page.coverage!.rows)
			expect(months.slice(0, 3).map(({ state }) => state)).toEqual(['known', 'known', 'coming']);
	});

	test('of a running month leaves the months of others as they are', async () => {
		await addKind({ fromOn: '2025-12-01' });
		await enter('2026-03-01', { unitId: town.units.town });
		const asked = { unitId: town.units.town, year: 2026, today, added: await town.ctx.registry() };
		const reports = await readReports(town.ctx.db, asked);
		const { rows, ...sum } = reports.coverageOf('added-1');
		expect(sumCoverage(rows)).toMatchObject({ months: sum.months, missing: sum.missing });
		expect(rows[0]!.months[2]!.state).toBe('running');
	});
});
