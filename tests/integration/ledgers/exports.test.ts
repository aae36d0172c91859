import { describe, expect, test } from 'vitest';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { removeBanquet } from '../../../src/lib/server/banquets/banquet-corrections';
import { exportList } from '../../../src/lib/server/ledgers/exports';
import { town, declare, rowsOf, take, any, freshTown } from './taken-lists';

freshTown();

describe('a list taken as a file', () => {
	test('holds the records of the reader’s unit and of no other, in full, without what was struck out', async () => {
		const { sanxing, hesha } = town.units;
		const held = await declare(sanxing);
		await declare(hesha, { hostPhone: '13800000002' });
		const gone = await declare(sanxing, { hostPhone: '13800000003' });
		await recordOutcome(town.as('liu'), {
			id: town.ctx.newId(),
			banquetId: held,
			outcome: 'held',
			endedOn: '2026-01-22',
			tablesHeld: 28
		});
		await removeBanquet(town.as('liu'), { id: town.ctx.newId(), banquetId: gone, reason: '重了' });
		expect(await rowsOf('liu', 'banquets')).toEqual([
			{
				village: sanxing,
				group: null,
				host: '张试办',
				phone: '13800000001',
				origin: 'declared',
				occasion: 'longevity',
				declaredOn: '2026-01-02',
				plannedOn: '2026-01-22',
				meals: 2,
				tablesPlanned: 30,
				pricePerTable: 600,
				venue: '自家院坝',
				caterer: '=一条龙',
				hygiene: true,
				outcome: 'held',
				endedOn: '2026-01-22',
				tablesHeld: 28,
				note: null
			}
		]);
		expect((await rowsOf('zhou', 'banquets')).map(({ village }) => village)).toEqual([sanxing, hesha]);
		expect(await rowsOf('zhou', 'banquets', { unitId: hesha })).toHaveLength(1);
		expect(await rowsOf('zhou', 'banquets', { year: 2025 })).toEqual([]);
	});

	test('is for staff, of their own units; the journal for administrators alone', async () => {
		const refused = { ok: false, refusal: 'not-your-unit' };
		expect(await take('mei', 'banquets')).toEqual(refused);
		expect(await take('liu', 'banquets', { unitId: town.units.hesha })).toEqual(refused);
		expect(await take('liu', 'audit')).toEqual(refused);
		expect(await take('zhou', 'nothing')).toEqual({ ok: false, refusal: 'list-unknown' });
		expect(await take('zhou', 'figure-records', { figure: 'x' })).toEqual({ ok: false, refusal: 'figure-unknown' });
		const visitor = exportList(town.visitor, { ...any, id: town.ctx.newId(), list: 'banquets', format: 'csv' });
		expect(await visitor).toEqual(refused);
	});

	test('is in the journal: who took which list, narrowed how; nothing of what it held', async () => {
		await declare(town.units.sanxing);
		await rowsOf('liu', 'banquets', { year: 2026 });
		const { rows } = await town.ctx.db.$client.execute("select * from audit_entries where verb = 'exportList'");
		expect(rows).toMatchObject([{ subject_id: 'banquets', unit_id: town.units.sanxing }]);
		expect(JSON.parse(String(rows[0]!.detail))).toMatchObject({ format: 'xlsx', year: 2026 });
	});
});
