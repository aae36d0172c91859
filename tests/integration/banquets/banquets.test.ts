import { listActsOn } from '../../../src/lib/server/db/audit/audit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noOccasions } from '../../../src/lib/domain/banquets/banquet';
import {
	correctBanquet,
	correctOutcome,
	declareBanquet,
	openHost,
	recordOutcome
} from '../../../src/lib/server/banquets/banquets';
import { countBanquets, findBanquet, listBanquets } from '../../../src/lib/server/db/banquets/banquets';
import { findVillageRule } from '../../../src/lib/server/db/banquets/village-rules';
import { setVillageRule } from '../../../src/lib/server/banquets/village-rules';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => (town = await openTestTown()));
afterEach(() => town.close());

/** A rule without words of its own. */
const plain = { discouraged: [...noOccasions], wording: '', source: '' };

/** A longevity banquet of 三星村 in three weeks; the town's clock says 2026-03-02. */
const banquet = (changes: object = {}) => ({
	id: town.ctx.newId(),
	origin: 'declared' as const,
	occasion: 'longevity' as const,
	unitId: town.units.sanxing,
	hostName: '张试办',
	hostPhone: '13800000001',
	declaredOn: '2026-03-02',
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 30,
	pricePerTable: null,
	venue: '自家院坝',
	caterer: '',
	isHygieneCertificateSeen: false,
	...changes
});
const declare = async (changes: object = {}) => {
	const answer = await declareBanquet(town.as('liu'), banquet(changes));
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
};
const ended = (banquetId: string, changes: object = {}) => ({
	id: town.ctx.newId(),
	banquetId,
	outcome: 'held' as const,
	endedOn: '2026-03-02',
	tablesHeld: 28,
	...changes
});
const get = async (id: string) => (await findBanquet(town.ctx.db, id))!;

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

describe('the outcome of a banquet', () => {
	test('is recorded once', async () => {
		const id = await declare();
		expect(await recordOutcome(town.as('liu'), ended(id))).toMatchObject({ ok: true });
		const again = await recordOutcome(town.as('liu'), ended(id, { outcome: 'cancelled', tablesHeld: 0 }));
		expect(again).toEqual({ ok: false, refusal: 'outcome-already-recorded' });
		expect((await get(id)).outcome).toMatchObject({ outcome: 'held', tablesHeld: 28, byId: town.accounts.liu.id });
	});

	test('is not recorded before its day', async () => {
		const answer = await recordOutcome(town.as('liu'), ended(await declare(), { endedOn: '2026-03-03' }));
		expect(answer).toEqual({ ok: false, refusal: 'date-in-future' });
	});

	test('names tables when it was held, and fewer than planned when it was reduced', async () => {
		const id = await declare();
		const none = await recordOutcome(town.as('liu'), ended(id, { tablesHeld: 0 }));
		expect(none).toEqual({ ok: false, refusal: 'tables-held-missing' });
		const same = await recordOutcome(town.as('liu'), ended(id, { outcome: 'reduced', tablesHeld: 30 }));
		expect(same).toEqual({ ok: false, refusal: 'tables-not-reduced' });
		expect((await get(id)).outcome).toBeNull();
	});

	test('is for the staff of the village, and for a banquet that exists', async () => {
		const id = await declare();
		expect(await recordOutcome(town.as('he'), ended(id))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await recordOutcome(town.as('liu'), ended(town.ctx.newId()))).toEqual({
			ok: false,
			refusal: 'banquet-unknown'
		});
	});

	test('can be put right, and the audit entry keeps the old one', async () => {
		const id = await declare();
		const early = await correctOutcome(town.as('liu'), { ...ended(id), reason: '写错了' });
		expect(early).toEqual({ ok: false, refusal: 'outcome-not-recorded' });
		await recordOutcome(town.as('liu'), ended(id));
		await correctOutcome(town.as('zhou'), { ...ended(id, { outcome: 'reduced', tablesHeld: 12 }), reason: '写错了' });
		expect((await get(id)).outcome).toMatchObject({ outcome: 'reduced', tablesHeld: 12, byId: town.accounts.liu.id });
		const correction = (await listActsOn(town.ctx.db, { type: 'banquet', id: id })).at(-1)!;
		expect(correction).toMatchObject({ verb: 'correctOutcome', accountId: town.accounts.zhou.id });
		expect(JSON.parse(correction.detail!)).toEqual({
			before: { outcome: 'held', endedOn: '2026-03-02', tablesHeld: 28 },
			after: { outcome: 'reduced', endedOn: '2026-03-02', tablesHeld: 12 }
		});
	});
});

describe('correcting a banquet', () => {
	test('keeps the old values and nothing personal in the audit entry', async () => {
		const id = await declare();
		const { code } = (await get(id)).banquet;
		const corrected = {
			...banquet({ tablesPlanned: 24, hostName: '张改名', hostPhone: '13800000009', venue: '李试办家' }),
			banquetId: id
		};
		expect(await correctBanquet(town.as('liu'), { ...corrected, reason: '写错了' })).toMatchObject({ ok: true });
		const now = await get(id);
		expect(openHost(town.ctx, now.banquet)).toEqual({ hostName: '张改名', hostPhone: '13800000009' });
		expect(now.banquet).toMatchObject({ tablesPlanned: 24, code, byId: town.accounts.liu.id });
		const { detail } = (await listActsOn(town.ctx.db, { type: 'banquet', id: id })).at(-1)!;
		expect(JSON.parse(detail!)).toMatchObject({
			before: { tablesPlanned: 30 },
			after: { tablesPlanned: 24 },
			changed: ['hostName', 'hostPhone', 'venue']
		});
		expect(detail).not.toMatch(/试办|改名|1380000/);
	});

	test('cannot make it the double of another', async () => {
		await declare();
		const id = await declare({ plannedOn: '2026-04-01' });
		const answer = await correctBanquet(town.as('liu'), { reason: '写错了', ...banquet(), banquetId: id });
		expect(answer).toEqual({ ok: false, refusal: 'banquet-already-recorded' });
		expect((await get(id)).banquet.plannedOn).toBe('2026-04-01');
	});

	test('moves it only between units of the one who corrects', async () => {
		const id = await declare();
		const moved = { ...banquet({ unitId: town.units.hesha }), banquetId: id };
		for (const name of ['liu', 'he'] as const) {
			expect(await correctBanquet(town.as(name), { ...moved, reason: '写错了' })).toEqual({
				ok: false,
				refusal: 'not-your-unit'
			});
		}
		expect(await correctBanquet(town.as('zhou'), { ...moved, reason: '写错了' })).toMatchObject({ ok: true });
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
