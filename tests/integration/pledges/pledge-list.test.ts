import { describe, expect, test } from 'vitest';
import { countPledges, listPledges } from '../../../src/lib/server/db/pledges/pledges';
import { recordPaperPledge, signPledge } from '../../../src/lib/server/pledges/pledges';
import { issue, town, household, paper, freshTown } from './pledge-town';

freshTown();

describe('the list', () => {
	test('shows a cadre the pledges of the own village alone', async () => {
		const textId = await issue();
		await signPledge(town.visitor, household(textId, 1, 'sanxing'));
		await signPledge(town.visitor, household(textId, 2, 'hesha'));
		expect(await countPledges(town.ctx.db, town.units.town)).toBe(2);
		const { rows } = await listPledges(town.ctx.db, town.units.sanxing);
		expect(rows.map(({ village }) => village.name)).toEqual(['三星村']);
		expect(await countPledges(town.ctx.db, town.units.sanxing, { villageId: town.units.hesha })).toBe(0);
	});

	test('pages 50 at a time, down and up again, without gap or repeat', async () => {
		const textId = await issue('2024-01-01');
		for (let nth = 0; nth < 120; nth++)
			await recordPaperPledge(town.as('liu'), paper(textId, `2024-05-${String(1 + (nth % 7)).padStart(2, '0')}`, nth));
		const list = (cursor?: Parameters<typeof listPledges>[3]) => listPledges(town.ctx.db, town.units.town, {}, cursor);
		const at = ({ pledge }: Awaited<ReturnType<typeof list>>['rows'][number]) => ({
			key: pledge.signedOn,
			id: pledge.id
		});

		const first = await list();
		const second = await list({ below: at(first.rows.at(-1)!) });
		const third = await list({ below: at(second.rows.at(-1)!) });
		const all = [first, second, third].flatMap(({ rows }) => rows.map(({ pledge }) => pledge.id));
		expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
		expect(new Set(all).size).toBe(120);
		expect([first, second, third].map(({ hasBelow, hasAbove }) => [hasAbove, hasBelow])).toEqual([
			[false, true],
			[true, true],
			[true, false]
		]);
		const back = await list({ above: at(second.rows[0]!) });
		expect(back.rows.map(({ pledge }) => pledge.id)).toEqual(first.rows.map(({ pledge }) => pledge.id));
		expect(back.hasAbove).toBe(false);
	});
});
