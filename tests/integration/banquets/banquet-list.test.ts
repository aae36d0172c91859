import { describe, expect, test } from 'vitest';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { countBanquets, listBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { town, declare, ended, freshTown } from './banquet-town';

freshTown();

describe('the ledger', () => {
	test('shows a cadre the own village alone, and narrows by state, occasion, unit and year', async () => {
		const id = await declare({ plannedOn: '2026-03-01' });
		await declare({ plannedOn: '2026-02-01', occasion: 'school', unitId: town.units.sanxingGroup1 });
		await declare({ plannedOn: '2027-01-10', occasion: 'wedding' });
		await recordOutcome(town.as('liu'), ended(id));
		const { db } = town.ctx;
		const counts = (scope: string, filter: object) => countBanquets(db, scope, '2026-03-02', filter);
		expect(await counts(town.units.hesha, {})).toBe(0);
		expect(await counts(town.units.town, {})).toBe(3);
		expect(await counts(town.units.town, { state: 'overdue' })).toBe(1);
		expect(await counts(town.units.town, { state: 'declared' })).toBe(1);
		expect(await counts(town.units.town, { state: 'took-place', year: 2026 })).toBe(1);
		expect(await counts(town.units.town, { unitId: town.units.sanxingGroup1 })).toBe(1);
		expect(await counts(town.units.town, { occasion: 'wedding', year: 2026 })).toBe(0);
	});

	test('turns its pages without losing or doubling a row', async () => {
		for (let nth = 0; nth < 53; nth++) await declare({ hostPhone: String(13800000100 + nth), plannedOn: '2026-03-22' });
		const page = (cursor?: Parameters<typeof listBanquets>[4]) =>
			listBanquets(town.ctx.db, town.units.sanxing, '2026-03-02', {}, cursor);
		const first = await page();
		const edge = { key: '2026-03-22', id: first.rows.at(-1)!.id };
		const second = await page({ below: edge });
		expect([first.rows.length, first.hasAbove, first.hasBelow]).toEqual([50, false, true]);
		expect([second.rows.length, second.hasAbove, second.hasBelow]).toEqual([3, true, false]);
		expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(53);
		const back = await page({ above: { key: '2026-03-22', id: second.rows[0]!.id } });
		expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
		expect([back.hasAbove, back.hasBelow]).toEqual([false, true]);
	});
});
