import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { getFigure } from '../../../src/lib/domain/figures/figure';
import { readPublicFigures } from '../../../src/lib/server/releases/public-figures';
import { readPublicFigurePage } from '../../../src/lib/server/releases/public-figure-page';
import { readPublished } from '../../../src/lib/server/releases/read-published';
import { readFigures } from '../../../src/lib/server/figures/figures';
import PartYear from '../../../src/lib/ui/figures/PartYear.svelte';
import * as figurePage from '../../../src/routes/(public)/trends/figures/[figure]/+page.server';
import { visit } from '../page-visit';
import { ledger, freshTown, town, villages } from '../releases/release-town';

freshTown();

const today = '2026-11-30';
const figure = getFigure('villagers-meetings');

async function query(on = today) {
	const [scope, range] = [town.units.town, yearBounds(2026)];
	const published = await readPublished(town.ctx.db, scope, [range, yearBounds(2025)]);
	return { scope, range, published, today: on, periods: rangePeriods(range, on) };
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

describe('the town’s own work in a month that is running', () => {
	const first = '2026-12-01';
	const read = async () => {
		const asked = { ...(await query(first)), figure, year: 2026 };
		const { reading, months } = await readPublicFigurePage(town.ctx, asked);
		return { reading, december: months!.cells[11], months: months! };
	};

	/** Every village reported eleven months of both years; the year before has a meeting on 1 December. */
	async function report() {
		await ledger.activity('villagers-meeting', 'sanxing', '2025-12-01');
		await hold();
		await ledger.activity('villagers-meeting', 'sanxing', '2026-11-05');
	}

	it('leaves it out on both sides while nothing is recorded in it', async () => {
		await report();
		const { reading, december, months } = await read();
		expect(reading).toMatchObject({
			...{ value: 44, previous: 88, changeRate: -50 },
			...{ until: '2026-11-30', previousUntil: '2025-11-30' }
		});
		expect(december).toMatchObject({ value: null, previous: null });
		expect([months.total, months.previousTotal]).toEqual([44, 88]);
		const [staff] = await readFigures(town.ctx, {
			...{ scope: town.units.town, periods: (await query(first)).periods, only: [figure.id] }
		});
		expect(staff, 'as at the desk').toMatchObject({ value: 44, previous: 88, changeRate: -50 });
	});

	it('counts it so far, beside the same days, from its first record on', async () => {
		await report();
		await ledger.activity('villagers-meeting', 'hesha', '2026-12-01');
		const { reading, december } = await read();
		expect(reading).toMatchObject({ value: 45, previous: 89, until: null, previousUntil: null });
		expect(december).toMatchObject({ value: 1, previous: 1 });
	});

	it('says on its page how far it is counted, and compares it only with what has a number', async () => {
		await report();
		town.clock.setDate(first);
		const { value } = await visit(town.visitor, figurePage.load, {
			...{ path: `/trends/figures/${figure.id}?year=2026`, params: { figure: figure.id } }
		});
		const { periods, words } = value as { periods: never; words: { now: string; before: string } };
		expect(words).toEqual({ now: '2026年1月至11月', before: '2025年1月至11月' });
		expect(render(PartYear, { props: { periods } }).body).toContain('数到11月30日');
		expect(render(PartYear, { props: { periods, isCompared: false } }).body).not.toContain('去年');
	});
});
