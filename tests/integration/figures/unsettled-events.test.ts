import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readLedgerStarts } from '../../../src/lib/server/db/figures/ledger-starts';
import { readPublicFigures } from '../../../src/lib/server/releases/public-figures';
import { readPublished } from '../../../src/lib/server/releases/read-published';
import * as lecturesPage from '../../../src/routes/(public)/trends/lectures/+page.server';
import { visit } from '../page-visit';
import { freshTown, ledger, town } from '../releases/release-town';

freshTown();

const health = { topic: 'health' } as const;

/** Health lectures of two years, and in 2026 with one of 10 August that is neither completed nor cancelled. */
async function lectures() {
	for (const day of ['01-10', '05-10', '08-05', '11-10'])
		for (const year of [2025, 2026])
			for (const unit of ['sanxing', 'hesha'] as const) await ledger.event('lecture', unit, `${year}-${day}`, health);
	await ledger.event('lecture', 'zhongba', '2026-08-10', { ...health, completed: false });
	await ledger.event('performance', 'zhongba', '2025-08-10');
	await ledger.event('performance', 'zhongba', '2026-08-10');
}

async function read(id: 'health-lectures' | 'arts-performances' | 'ideological-talks', today: string) {
	const [scope, range] = [town.units.town, yearBounds(2026)];
	const published = await readPublished(town.ctx.db, scope, [range, yearBounds(2025)]);
	const starts = await readLedgerStarts(town.ctx.db);
	return (await readPublicFigures(town.ctx, { scope, range, today, published, starts, only: [id] }))[0];
}

describe('a year with an event that is neither completed nor cancelled', () => {
	it('is known up to the day before, beside the same days, long after it is over', async () => {
		await lectures();
		expect(await read('health-lectures', '2028-01-05')).toMatchObject({
			...{ value: 6, previous: 6, changeRate: 0 },
			...{ until: '2026-08-09', previousUntil: '2025-08-09' }
		});
		expect(await read('arts-performances', '2028-01-05'), 'of another kind').toMatchObject({
			...{ value: 1, previous: 1, until: null }
		});
	});

	it('of a running year counts as settled on the day itself', async () => {
		await lectures();
		expect(await read('health-lectures', '2026-08-10')).toMatchObject({ value: 6, until: null });
		expect(await read('health-lectures', '2026-08-11')).toMatchObject({ value: 6, until: '2026-08-09' });
	});

	it('is not compared with, where it is the year before', async () => {
		await lectures();
		const periods = rangePeriods(yearBounds(2027), '2028-01-05');
		await ledger.event('lecture', 'sanxing', '2027-03-01', health);
		const [reading] = await readFigures(town.ctx, { scope: town.units.town, periods, only: ['health-lectures'] });
		expect(reading).toMatchObject({ value: 1, previous: null, changeRate: null, part: null });
	});

	it('is compared in no chart of lectures, whose months end before it', async () => {
		await lectures();
		town.clock.setDate('2028-01-05');
		const { value } = await visit(town.visitor, lecturesPage.load, { path: '/trends/lectures?year=2026' });
		const { charts, attendance } = value as {
			charts: Record<string, { previousTotal: number | null; cells: { key: string; value: number | null }[] }>;
			attendance: object;
		};
		expect(attendance).toMatchObject({ until: '2026-08-09' });
		for (const chart of Object.values(charts)) expect(chart.previousTotal).toBeNull();
		const months = charts['lectures-by-month']!.cells.filter((cell) => cell.value !== null).map(({ key }) => key);
		expect(months.at(-1)).toBe('2026-07');
	});
});
