import { describe, expect, test } from 'vitest';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { openHost } from '../../../src/lib/server/banquets/host';
import { countBanquets, listBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { town, banquet, get, declare, plain, ended, freshTown } from './banquet-town';

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
