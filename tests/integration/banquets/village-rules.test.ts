import { describe, expect, test } from 'vitest';
import { findVillageRule } from '../../../src/lib/server/db/banquets/village-rules';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { town, plain, freshTown } from './banquet-town';

freshTown();

describe('a village rule', () => {
	const set = (unitId: string, fromOn: string, tablesPerMeal: number) =>
		setVillageRule(town.as('zhou'), {
			id: town.ctx.newId(),
			unitId,
			fromOn,
			noticeDays: 10,
			tablesPerMeal,
			pricePerTable: 600,
			...plain
		});
	const limit = async (unitId: string, on: string) =>
		(await findVillageRule(town.ctx.db, unitId, on))?.rule.tablesPerMeal ?? null;

	test('holds from its day on, and days before keep theirs', async () => {
		await set(town.units.sanxing, '2025-01-01', 40);
		await set(town.units.sanxing, '2026-01-01', 20);
		expect(await limit(town.units.sanxing, '2024-12-31')).toBeNull();
		expect(await limit(town.units.sanxing, '2025-12-31')).toBe(40);
		expect(await limit(town.units.sanxing, '2026-01-01')).toBe(20);
	});

	test('of a group is its own, else its village’s, else the town’s', async () => {
		await set(town.units.town, '2026-01-01', 40);
		expect(await limit(town.units.sanxingGroup1, '2026-03-02')).toBe(40);
		await set(town.units.sanxing, '2025-01-01', 30);
		expect(await limit(town.units.sanxingGroup1, '2026-03-02')).toBe(30);
		expect(await limit(town.units.hesha, '2026-03-02')).toBe(40);
	});

	test('of the same day is replaced, and the audit entry keeps the old one', async () => {
		await set(town.units.sanxing, '2026-01-01', 40);
		await set(town.units.sanxing, '2026-01-01', 20);
		expect(await limit(town.units.sanxing, '2026-03-02')).toBe(20);
		const { rows } = await town.ctx.db.$client.execute(
			"select detail from audit_entries where verb = 'setVillageRule' order by id"
		);
		expect(JSON.parse(String(rows[1]!.detail)).before.tablesPerMeal).toBe(40);
	});

	test('is set by the village’s own staff or those above', async () => {
		const rule = {
			id: town.ctx.newId(),
			unitId: town.units.sanxing,
			fromOn: '2026-01-01',
			noticeDays: 5,
			tablesPerMeal: 20,
			pricePerTable: 600,
			...plain
		};
		expect(await setVillageRule(town.as('he'), rule)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await setVillageRule(town.as('liu'), rule)).toMatchObject({ ok: true });
	});
});
