import { expect, test } from 'vitest';
import { noOccasions } from '../../../src/lib/domain/banquets/banquet';
import { listRulesInForce } from '../../../src/lib/server/db/banquets/village-rules';
import { findOfficeOf } from '../../../src/lib/server/db/units/units';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { town, freshTown } from './declaring-household';

freshTown();

test('the rules of all villages are quoted as they are in force today, a village without its own under the town’s', async () => {
	const rule = { noticeDays: 10, tablesPerMeal: 30, pricePerTable: 600, discouraged: [...noOccasions] };
	const set = (name: 'zhou' | 'liu', unitId: string, fromOn: string, wording: string) =>
		setVillageRule(town.as(name), { id: town.ctx.newId(), unitId, fromOn, ...rule, wording, source: '第一条' });
	await set('zhou', town.units.town, '2025-01-01', '全镇从简。');
	await set('liu', town.units.sanxing, '2025-01-01', '十桌以内。');
	await set('liu', town.units.sanxing, '2026-04-01', '八桌以内。');
	const list = await listRulesInForce(town.ctx.db, town.units.town, '2026-03-02');
	expect(list.map(({ unit, rule }) => [unit.name, rule?.wording])).toEqual([
		['三星村', '十桌以内。'],
		['河沙村', '全镇从简。'],
		['中坝村', '全镇从简。'],
		['桥头社区', '全镇从简。']
	]);
});

test('the office to ring is the village’s own, else the nearest above that has a telephone', async () => {
	const { db } = town.ctx;
	expect(await findOfficeOf(db, town.units.sanxingGroup1)).toBeNull();
	const phoneOf = async (unitId: string, phone: string) =>
		db.$client.execute({ sql: 'update units set phone = ? where id = ?', args: [phone, unitId] });
	await phoneOf(town.units.town, '02370000000');
	expect(await findOfficeOf(db, town.units.sanxingGroup1)).toMatchObject({ name: '太平场镇' });
	await phoneOf(town.units.sanxing, '02370000001');
	expect(await findOfficeOf(db, town.units.sanxingGroup1)).toMatchObject({ name: '三星村', phone: '02370000001' });
	expect(await findOfficeOf(db, town.units.hesha)).toMatchObject({ phone: '02370000000' });
});
