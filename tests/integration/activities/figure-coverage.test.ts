import { describe, expect, it } from 'vitest';
import { figures, findFigure } from '../../../src/lib/domain/figures/figure';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigurePage } from '../../../src/lib/server/figures/figure-page';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { today, town, ledger, report, freshTown } from './month-town';

freshTown();

describe('the coverage of a figure', () => {
	const pageOf = (id: string, year: number) => {
		const figure = findFigure(figures, id)!;
		const periods = reportingPeriods(year, today);
		return readFigurePage(town.ctx, { figure, scope: town.units.town, year, today, periods });
	};

	it('has no number and no month when not even the first month is known', async () => {
		await ledger.banquet('hesha', '2026-01-10');
		await ledger.banquet('hesha', '2026-01-11');
		await ledger.banquet('hesha', '2026-01-12');
		const { reading, months, coverage } = await pageOf('banquets-held', 2026);
		expect(reading).toMatchObject({
			value: null,
			known: { state: 'unknown', furthest: { month: '2026-01', units: 1 } }
		});
		expect(coverage).toMatchObject({ villages: 4, complete: 0, months: 2, missing: 7 });
		expect(months).toMatchObject({ total: null });
		for (const cell of months!.cells) expect(cell).toMatchObject({ value: null, shown: 'exact' });
	});

	it('draws a zero where every village said there was none, and a gap where one said nothing', async () => {
		for (const on of ['2026-01-10', '2026-01-11', '2026-01-12']) await ledger.banquet('hesha', on);
		const check = (unitId: string, month: string) => reportMonth(town.as('zhou'), { ...report(month), unitId });
		for (const name of ['sanxing', 'zhongba', 'qiaotou'] as const) await check(town.units[name], '2026-01');
		const read = async () => (await pageOf('banquets-held', 2026)).months!.cells.slice(0, 2).map(({ value }) => value);
		expect(await read()).toEqual([3, null]);
		await check(town.units.town, '2026-02');
		expect(await read()).toEqual([3, 0]);
	});

	it('is known only of what villages report, and its months add up to the figure', async () => {
		for (const month of ['01', '02'] as const)
			for (let nth = 0; nth < 4; nth++) await ledger.activity('slogan', 'town', `2026-${month}-01`, { quantity: 5 });
		const { reading, months, coverage, sourceText } = await pageOf('slogans', 2026);
		expect(coverage).toBeNull();
		expect(months!.total).toBe(reading.value);
		expect(sourceText).toContain('CREATE VIEW counted_activities');
		expect(sourceText).not.toContain('?');
	});

	it('has a query to show for every figure', async () => {
		for (const { id } of (await import('../../../src/lib/domain/figures/figure')).figures) {
			expect((await pageOf(id, 2026)).sourceText).toMatch(/select/);
		}
	});
});
