import { beforeEach, describe, expect, test } from 'vitest';
import { householdCounts } from '../../../src/lib/server/db/schema/units/units';
import { listCoverage } from '../../../src/lib/server/db/figures/village-coverage';
import { recordPaperPledge, signPledge } from '../../../src/lib/server/pledges/pledges';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import type { TestUnit } from '../cast';
import { town, issue, paper, newId, household, freshTown } from './pledge-town';

freshTown();

describe('coverage', () => {
	beforeEach(async () => {
		const count = (unit: TestUnit, fromOn: string, households: number) => ({
			unitId: town.units[unit],
			fromOn,
			households,
			at: 0,
			byId: null
		});
		const counts = [
			count('sanxing', '2024-01-01', 400),
			count('sanxing', '2026-01-01', 410),
			count('hesha', '2024-01-01', 300)
		];
		await town.ctx.db.insert(householdCounts).values(counts);
	});

	const coverageOf = async (unit: TestUnit, on: string, scope: TestUnit = 'town') =>
		(await listCoverage(town.ctx.db, town.units[scope], on)).find(({ villageId }) => villageId === town.units[unit]);

	test('counts households with a pledge in force on the day against those registered on the day', async () => {
		const textId = await issue('2024-01-01');
		const first = paper(textId, '2024-05-20', 1);
		for (const command of [first, paper(textId, '2024-06-01', 2), paper(textId, '2026-02-01', 3)])
			await recordPaperPledge(town.as('liu'), command);
		await withdrawPledge(town.as('liu'), { id: newId(), pledgeId: first.id });

		expect(await coverageOf('sanxing', '2024-05-19')).toMatchObject({ pledged: 0, registered: 400 });
		expect(await coverageOf('sanxing', '2024-12-31')).toMatchObject({ pledged: 2, registered: 400 });
		expect(await coverageOf('sanxing', '2026-03-01')).toMatchObject({ pledged: 3, registered: 410 });
		expect(await coverageOf('sanxing', '2026-03-02')).toMatchObject({ pledged: 2, registered: 410 });
	});

	test('lists every village in the town’s order, also those without pledges or registered households', async () => {
		const rows = await listCoverage(town.ctx.db, town.units.town, '2026-03-02');
		expect(rows.map(({ name, registered }) => [name, registered])).toEqual([
			['三星村', 410],
			['河沙村', 300],
			['中坝村', null],
			['桥头社区', null]
		]);
		expect(await listCoverage(town.ctx.db, town.units.hesha, '2026-03-02')).toHaveLength(1);
	});

	test('leaves the pledges of party members out', async () => {
		await signPledge(town.visitor, household(await issue('2026-01-01', 'party-member')));
		expect(await coverageOf('sanxing', '2026-03-02')).toMatchObject({ pledged: 0 });
	});
});
