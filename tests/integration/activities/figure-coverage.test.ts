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

	it('has no number when months are missing, and draws a gap, not a zero, where nothing was reported', async () => {
		await ledger.banquet('hesha', '2026-01-10');
		await ledger.banquet('hesha', '2026-01-11');
		await ledger.banquet('hesha', '2026-01-12');
		const { reading, months, coverage } = await pageOf('banquets-held', 2026);
		expect(reading).toMatchObject({
			value: null,
			known: { state: 'unknown', furthest: { month: '2026-01', units: 1 } }
		});
		expect(coverage).toMatchObject({ villages: 4, complete: 0, months: 2, missing: 7 });
		expect(months!.cells[0]).toMatchObject({ value: 3 });
		expect(months!.cells[1]).toMatchObject({ value: null, shown: 'exact' });
	});

	it('draws a zero where every village said there was none', async () => {
		for (const on of ['2026-01-10', '2026-01-11', '2026-01-12']) await ledger.banquet('hesha', on);
		await reportMonth(town.as('zhou'), { ...report(), unitId: town.units.town });
		const { months, coverage } = await pageOf('banquets-held', 2026);
		expect(months!.cells[1]).toMatchObject({ value: 0 });
		expect(coverage).toMatchObject({ missing: 3 });
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
