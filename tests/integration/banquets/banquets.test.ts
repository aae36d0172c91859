import { describe, expect, test } from 'vitest';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { openHost } from '../../../src/lib/server/banquets/host';
import { countBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { town, banquet, get, declare, plain, freshTown } from './banquet-town';

freshTown();

describe('declaring a banquet', () => {
	test('keeps the household sealed, findable by phone, and gives six digits', async () => {
		const answer = await declareBanquet(town.as('liu'), banquet());
		expect(answer).toMatchObject({ ok: true, code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/) });
		const { rows } = await town.ctx.db.$client.execute('select * from banquets');
		expect(JSON.stringify(rows)).not.toMatch(/张试办|13800000001/);
		const { banquet: kept } = await get(String(rows[0]!.id));
		expect(openHost(town.ctx, kept)).toEqual({ hostName: '张试办', hostPhone: '13800000001' });
	});

	test('lands once when it is sent twice, and answers with the same code', async () => {
		const command = banquet();
		const first = await declareBanquet(town.as('liu'), command);
		expect(await declareBanquet(town.as('liu'), command)).toEqual(first);
		expect(await countBanquets(town.ctx.db, town.units.town, '2026-03-02', {})).toBe(1);
	});

	test('does not take another household under the id of the first', async () => {
		const id = await declare();
		const answer = await declareBanquet(town.as('liu'), banquet({ id, hostPhone: '13800000002' }));
		expect(answer).toEqual({ ok: false, refusal: 'form-stale' });
	});

	test('refuses the same household, occasion and day twice, found or declared', async () => {
		await declare();
		const again = await declareBanquet(town.as('zhou'), banquet({ origin: 'found', tablesPlanned: 12 }));
		expect(again).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
		await declare({ occasion: 'housewarming' });
		await declare({ plannedOn: '2026-03-23' });
	});

	test('is for the staff of the village alone', async () => {
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor]) {
			expect(await declareBanquet(ctx, banquet())).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		expect((await declareBanquet(town.as('liu'), banquet({ unitId: town.units.sanxingGroup1 }))).ok).toBe(true);
	});

	test('belongs to a village or group, not to the town', async () => {
		const answer = await declareBanquet(town.as('zhou'), banquet({ unitId: town.units.town }));
		expect(answer).toEqual({ ok: false, refusal: 'unit-not-a-village' });
	});

	test('takes no day of filing to come, and no slip of the pen in the year', async () => {
		const later = await declareBanquet(town.as('liu'), banquet({ declaredOn: '2026-03-03' }));
		expect(later).toEqual({ ok: false, refusal: 'date-in-future' });
		const far = await declareBanquet(town.as('liu'), banquet({ plannedOn: '2062-03-22' }));
		expect(far).toEqual({ ok: false, refusal: 'planned-too-far' });
	});

	test('takes a funeral that has been, for it is filed afterwards', async () => {
		await declare({ occasion: 'funeral', plannedOn: '2026-02-26' });
	});

	test('is never blocked by a village rule', async () => {
		const limits = {
			unitId: town.units.sanxing,
			fromOn: '2026-01-01',
			noticeDays: 15,
			tablesPerMeal: 20,
			pricePerTable: 600,
			...plain
		};
		await setVillageRule(town.as('liu'), { id: town.ctx.newId(), ...limits });
		await declare({ tablesPlanned: 300, plannedOn: '2026-03-03', occasion: 'other' });
	});
});
