import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { coverageRanking } from '../../../src/lib/server/pledges/pledge-trends';
import { comparePublished } from '../../../src/lib/server/figures/published-trends';
import { readPublished, publishedPeriods } from '../../../src/lib/server/releases/read-published';
import { closePeriod } from '../../../src/lib/server/reviews/closings';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { figureDefinitions } from '../../../src/lib/ui/figures/figure-definitions';
import { town, newId, signed, freshTown } from './renewed-pledges';

freshTown();

/** What a public page asks of a year. */
async function query(year: number) {
	const [scope, range, today] = [town.units.town, yearBounds(year), town.ctx.today()];
	const published = await readPublished(town.ctx.db, scope, [range, rangePeriods(range, range.toOn).before]);
	return { scope, range, published, periods: publishedPeriods(published, 'pledges-signed', { range, today }) };
}

async function close(span: string) {
	const command = { id: newId(), snapshotId: newId(), unitId: town.units.town, span, definitions: figureDefinitions() };
	expect(await closePeriod(town.as('zhou'), command)).toMatchObject({ ok: true });
}

async function register(counts: Partial<Record<'sanxing' | 'hesha', number>>) {
	for (const [unit, households] of Object.entries(counts) as ['sanxing' | 'hesha', number][])
		await setHouseholds(town.as('zhou'), { id: newId(), unitId: town.units[unit], fromOn: '2024-01-01', households });
}

describe('the public trend', () => {
	test('ranks villages by the step of their coverage at the end of the last closed quarter', async () => {
		await register({ sanxing: 10, hesha: 20 });
		for (let nth = 0; nth < 4; nth++) await signed('2024-05-20', nth);
		for (let nth = 10; nth < 13; nth++) await signed('2024-05-20', nth, 'hesha');
		for (let nth = 20; nth < 23; nth++) await signed('2025-02-20', nth, 'hesha');
		expect(coverageRanking(await query(2025))).toBeNull();
		await close('2024');
		await close('2025');
		const { on, total, rows } = coverageRanking(await query(2025))!;
		expect(on).toBe('2025-12-31');
		expect(rows.slice(0, 2)).toMatchObject([
			{ name: '三星村', rank: 1, percent: 40, points: 0 },
			{ name: '河沙村', rank: 2, percent: 30, points: 15 }
		]);
		expect(rows.slice(2).map(({ rank }) => rank)).toEqual([null, null]);
		expect(total).toMatchObject({ pledged: 10, registered: 30, percent: 33.3 });
		expect(JSON.stringify(rows), 'no count of a village').not.toContain('pledged');
	});

	test('does not move with a pledge of a household until the next quarter is closed', async () => {
		await register({ sanxing: 10 });
		for (let nth = 0; nth < 4; nth++) await signed('2024-05-20', nth);
		await close('2024');
		const before = coverageRanking(await query(2024));
		await signed('2025-06-20', 9);
		expect(coverageRanking(await query(2024))).toEqual(before);
		expect(coverageRanking(await query(2025))).toBeNull();
	});

	test('counts by month those signed in the year that were in force when it was closed', async () => {
		for (let nth = 0; nth < 80; nth++) await signed('2025-03-10', nth);
		const gone = await signed('2025-03-12', 90);
		town.clock.setDate('2025-12-20');
		await withdrawPledge(town.visitor, { id: newId(), pledgeId: gone });
		town.clock.setDate('2026-03-02');
		await close('2025');
		const { cells, total } = comparePublished('pledges-signed', await query(2025));
		expect(cells.map(({ value }) => value).slice(0, 4)).toEqual([null, null, 80, 0]);
		expect(total).toBe(80);
	});
});
