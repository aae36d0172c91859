import { describe, expect, test } from 'vitest';
import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { coverageNotes } from '../../../src/lib/server/figures/published-coverage';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { chartsPart } from '../../../src/routes/trend-charts';
import { coverageRanking } from '../../../src/lib/server/pledges/pledge-trends';
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
	return { scope, range, published, periods: publishedPeriods(published, 'banquets-held', { range, today }) };
}

async function close(span: string) {
	const command = { id: newId(), snapshotId: newId(), unitId: town.units.town, span, definitions: figureDefinitions };
	expect(await closePeriod(town.as('zhou'), command)).toMatchObject({ ok: true });
}

async function register(counts: Partial<Record<'sanxing' | 'hesha' | 'zhongba' | 'qiaotou', number>>) {
	for (const [unit, households] of Object.entries(counts) as [keyof typeof counts, number][])
		await setHouseholds(town.as('zhou'), { id: newId(), unitId: town.units[unit], fromOn: '2024-01-01', households });
}

describe('the public trend', () => {
	test('ranks villages by the step of their coverage at the end of the last closed quarter', async () => {
		await register({ sanxing: 80, hesha: 80 });
		for (let nth = 0; nth < 32; nth++) await signed('2024-05-20', nth);
		for (let nth = 40; nth < 52; nth++) await signed('2024-05-20', nth, 'hesha');
		for (let nth = 60; nth < 84; nth++) await signed('2025-02-20', nth, 'hesha');
		expect(coverageRanking(await query(2025))).toBeNull();
		await close('2024');
		await close('2025');
		const { on, total, rows } = coverageRanking(await query(2025))!;
		expect(on).toBe('2025-12-31');
		expect(rows.slice(0, 2)).toMatchObject([
			{ name: '河沙村', rank: 1, percent: 45, points: 30 },
			{ name: '三星村', rank: 2, percent: 40, points: 0 }
		]);
		expect(rows.slice(2).map(({ rank }) => rank)).toEqual([null, null]);
		expect(total, 'less these two, the year’s number would be that of the others').toBeNull();
		expect(JSON.stringify(rows), 'no count of a village').not.toContain('pledged');
	});

	test('has the town’s own rate once every village has registered households', async () => {
		await register({ sanxing: 80, hesha: 80, zhongba: 30, qiaotou: 10 });
		for (let nth = 0; nth < 32; nth++) await signed('2024-05-20', nth);
		await close('2024');
		expect(coverageRanking(await query(2024))!.total).toMatchObject({ pledged: 32, registered: 200, percent: 16 });
	});

	test('is drawn under the day on which it is compared, where that is not the end of the year', async () => {
		await register({ sanxing: 80, hesha: 80 });
		for (let nth = 0; nth < 32; nth++) await signed('2024-05-20', nth);
		for (let nth = 40; nth < 64; nth++) await signed('2025-02-20', nth);
		const words = async (year: number) => {
			const part = chartsPart(['coverage-by-village'], { now: `${year}年`, before: `${year - 1}年` });
			const { now, before, description } = (await readPart(town.ctx.db, await query(year), part))[
				'coverage-by-village'
			];
			return { now, before, description };
		};
		for (const span of ['2024', '2025-Q1']) await close(span);
		expect(await words(2025)).toEqual({
			now: '2025年3月底',
			before: '2024年3月底',
			description: '只有2025年3月底的数，没有可以比的数。'
		});
		expect(await words(2024)).toMatchObject({ now: '2024年', before: '2023年' });
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

	test('says which closed quarter is left out, and that there is nothing to compare with', async () => {
		await register({ sanxing: 80, hesha: 80, zhongba: 30, qiaotou: 10 });
		for (let nth = 0; nth < 32; nth++) await signed('2025-05-20', nth);
		await signed('2025-11-20', 40);
		await close('2025');
		expect(coverageNotes(await query(2025))).toEqual({ leftOut: '2025-12-31', inForce: null, isAlone: true });
		const first = { ...(await query(2025)), range: { fromOn: '2025-01-01', toOn: '2025-06-30' } };
		expect(coverageNotes(first), 'of the first half nothing is left out').toMatchObject({ leftOut: null });
	});

	test('says of a year’s end that is left out by village what the whole town had, where that is published', async () => {
		await register({ sanxing: 80, hesha: 80, zhongba: 30, qiaotou: 10 });
		for (let nth = 0; nth < 32; nth++) await signed('2025-05-20', nth);
		for (let nth = 40; nth < 44; nth++) await signed('2025-11-20', nth);
		await close('2025');
		expect(coverageNotes(await query(2025))).toEqual({ leftOut: '2025-12-31', inForce: 36, isAlone: true });
		const toSeptember = { ...(await query(2025)), range: { fromOn: '2025-01-01', toOn: '2025-09-30' } };
		expect(coverageNotes(toSeptember), 'not of an earlier quarter').toMatchObject({ inForce: null });
	});

	test('leaves out a quarter in which few signed, until more have', async () => {
		await register({ sanxing: 20, hesha: 40 });
		for (let nth = 0; nth < 8; nth++) await signed('2025-02-20', nth);
		for (let nth = 10; nth < 13; nth++) await signed('2025-05-20', nth, 'hesha');
		for (let nth = 20; nth < 29; nth++) await signed('2025-08-20', nth, 'hesha');
		await close('2025-Q1');
		await close('2025-Q2');
		expect(coverageRanking(await query(2025))).toMatchObject({ on: '2025-03-31' });
		await close('2025-Q3');
		expect(coverageRanking(await query(2025))).toMatchObject({ on: '2025-09-30' });
	});

	test('counts those signed in a year that were in force when it was closed, and tells no part of the year', async () => {
		for (let nth = 0; nth < 80; nth++) await signed('2025-03-10', nth);
		const gone = await signed('2025-03-12', 90);
		town.clock.setDate('2025-12-20');
		await withdrawPledge(town.visitor, { id: newId(), pledgeId: gone });
		town.clock.setDate('2026-03-02');
		await close('2025');
		const { published, range } = await query(2025);
		expect(published.valueOf('pledges-signed', range)).toBe(80);
		expect(published.spans('pledges-signed')).toEqual([]);
	});
});
