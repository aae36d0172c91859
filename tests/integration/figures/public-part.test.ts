import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { readPublicFigures } from '../../../src/lib/server/releases/public-figures';
import { readPublicFigurePage } from '../../../src/lib/server/releases/public-figure-page';
import { readPublished } from '../../../src/lib/server/releases/read-published';
import { ledger, freshTown, town, villages } from '../releases/release-town';

freshTown();

const today = '2026-11-30';
const figure = getFigure('villagers-meetings');

async function query() {
	const [scope, range] = [town.units.town, yearBounds(2026)];
	const published = await readPublished(town.ctx.db, scope, [range, yearBounds(2025)]);
	return { scope, range, published, today, periods: rangePeriods(range, today) };
}

/** Meetings of all villages in every month up to October, in 2025 two each; in November of all but one. */
async function hold() {
	for (let month = 1; month <= 11; month++) {
		const [now, before] = [2026, 2025].map((year) => `${year}-${String(month).padStart(2, '0')}-05`);
		for (const unit of villages) {
			for (let nth = 0; nth < 2; nth++) await ledger.activity('villagers-meeting', unit, before!);
			if (month < 11 || unit !== 'sanxing') await ledger.activity('villagers-meeting', unit, now!);
		}
	}
	await ledger.reportRest(2025);
}

describe('the town’s own work, known of the first months of a year', () => {
	it('reads in public as far as it is known, beside the same months of the year before', async () => {
		await hold();
		const [reading] = await readPublicFigures(town.ctx, { ...(await query()), only: [figure.id] });
		expect(reading).toMatchObject({ value: 40, previous: 80, changeRate: -50, until: '2026-10-31' });
	});

	it('has no month in its chart that the total leaves out, such as one that not every village has reported', async () => {
		await hold();
		const page = await readPublicFigurePage(town.ctx, { ...(await query()), figure, year: 2026 });
		expect(page.reading).toMatchObject({ value: 40, until: '2026-10-31' });
		expect(page.months!.cells.map(({ value }) => value)).toEqual([...Array(10).fill(4), null, null]);
		expect(page.months!.total).toBe(40);
	});

	it('of which not even the first month is known has no number and no month', async () => {
		await ledger.activity('villagers-meeting', 'hesha', '2026-03-05');
		const page = await readPublicFigurePage(town.ctx, { ...(await query()), figure, year: 2026 });
		expect(page.reading).toMatchObject({ value: null, until: null });
		expect(page.months!.cells.map(({ value }) => value)).toEqual(Array(12).fill(null));
	});
});
