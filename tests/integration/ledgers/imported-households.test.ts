import { describe, expect, test } from 'vitest';
import { listHouseholdCounts } from '../../../src/lib/server/db/units/households';
import { accountOf, bring, textFile } from './import-files';
import { town, land, undo, countOf, freshTown } from './imported-ledger';

freshTown();

describe('households and sign-ups', () => {
	test('counts of households leave what is recorded as it is, and an undone one stays readable', async () => {
		const zhou = town.as('zhou');
		const file = textFile([
			['村', '统计日期', '总户数'],
			['三星村', '2024年1月1日', '620户'],
			['河沙村', '2024.1.1', '５４０'],
			['合计', '', '1160']
		]);
		const id = await bring(zhou, 'households', file);
		expect(await accountOf(town.ctx, id)).toEqual({ all: 3, new: 2, skipped: 1 });
		expect(await land('zhou', id)).toEqual({ ok: true });
		expect(await listHouseholdCounts(town.ctx.db, town.units.hesha)).toEqual([
			{ fromOn: '2024-01-01', households: 540 }
		]);
		expect(await accountOf(town.ctx, await bring(zhou, 'households', file))).toEqual({
			all: 3,
			doubtful: 2,
			skipped: 1
		});
		expect(await undo('zhou', id)).toEqual({ ok: true });
		expect(await listHouseholdCounts(town.ctx.db, town.units.hesha)).toEqual([]);
		expect(await countOf('select sum(households) c from household_count_removals')).toBe(1160);
		expect(await accountOf(town.ctx, await bring(zhou, 'households', file))).toEqual({ all: 3, new: 2, skipped: 1 });
	});
});
