import { describe, expect, test } from 'vitest';
import { coverageRanking, pledgesByMonth } from '../../../src/lib/server/pledges/pledge-trends';
import { readPart } from '../../../src/lib/server/figures/trend-asker';
import { signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { setHouseholds } from '../../../src/lib/server/units/households';
import { yearQuery } from '../figures/trend-query';
import { town, newId, signed, second, phoneOf, freshTown } from './renewed-pledges';

freshTown();

describe('the public trend', () => {
	const query = () => yearQuery(town.units.town, 2026, '2026-03-02');

	test('ranks villages by coverage with the change in 百分点, small numbers withheld', async () => {
		const households = { sanxing: 10, hesha: 20 } as const;
		for (const [unit, count] of Object.entries(households) as [keyof typeof households, number][])
			await setHouseholds(town.as('zhou'), {
				id: newId(),
				unitId: town.units[unit],
				fromOn: '2024-01-01',
				households: count
			});
		for (let nth = 0; nth < 4; nth++) await signed('2024-05-20', nth);
		for (let nth = 10; nth < 13; nth++) await signed('2024-05-20', nth, 'hesha');
		for (let nth = 20; nth < 23; nth++) await signed('2026-02-20', nth, 'hesha', second);
		const { rows, total, on } = await readPart(town.ctx.db, query(), coverageRanking(second));
		expect(on).toBe('2026-03-02');
		expect(rows.slice(0, 2)).toMatchObject([
			{ name: '三星村', rank: 1, percent: 40, points: 0 },
			{ name: '河沙村', rank: 2, percent: 30, points: 15 }
		]);
		expect(rows.slice(2).map(({ rank }) => rank)).toEqual([null, null]);
		expect(total).toMatchObject({ pledged: 10, onCurrent: 3 });
		expect(JSON.stringify(rows)).not.toContain('onCurrent');
	});

	test('counts by month those signed in the year that are still in force', async () => {
		for (let nth = 0; nth < 4; nth++) await signPledge(town.visitor, visitorOf(nth));
		const gone = await signed('2026-02-10', 9, 'sanxing', second);
		await withdrawPledge(town.visitor, { id: newId(), pledgeId: gone });
		const { cells, total } = await readPart(town.ctx.db, query(), pledgesByMonth);
		expect(cells.map(({ value }) => value).slice(0, 4)).toEqual([0, 0, 4, null]);
		expect(total).toBe(4);
	});

	const visitorOf = (nth: number) => ({
		id: newId(),
		textId: second,
		name: '测试户',
		phone: phoneOf(nth),
		villageId: town.units.sanxing
	});
});
