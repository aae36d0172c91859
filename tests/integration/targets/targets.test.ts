import { eq } from 'drizzle-orm';
import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { cellName, targetsForm } from '../../../src/lib/forms/targets/target';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { targets as targetsTable } from '../../../src/lib/server/db/schema/targets/targets';
import { listTargetYears, readTargets } from '../../../src/lib/server/db/targets/targets';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { maySteer } from '../../../src/lib/server/people/rights';
import { readBoard, setTargets } from '../../../src/lib/server/targets/targets';
import { ledgerOf } from '../ledgers/ledger-rows';
import type { TestUnit } from '../cast';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

type Value = [FigureId, TestUnit, number | null];

const command = (seen: number, values: Value[], { year = 2026, unit = 'town' as TestUnit } = {}) => ({
	id: town.ctx.newId(),
	unitId: town.units[unit],
	year,
	seen,
	cells: values.map(([figure, at, value]) => ({ figure, unitId: town.units[at], value }))
});
const set = (seen: number, values: Value[], over = {}) => setTargets(town.as('zhou'), command(seen, values, over));

async function stored(year = 2026) {
	const { targets, last } = await readTargets(town.ctx.db, town.units.town, year);
	const nameOf = (id: string) => Object.entries(town.units).find(([, unitId]) => unitId === id)![0];
	const list = targets.map(({ figure, unitId, value }) => `${figure} ${nameOf(unitId)} ${value}`).sort();
	return { list, seq: last?.seq ?? 0 };
}

async function boardOf(unit: TestUnit, { year = 2026, today = '2026-03-02' } = {}) {
	const board = await readBoard(town.ctx.db, { unit: (await findUnit(town.ctx.db, town.units[unit]))!, year, today });
	const row = (id: FigureId) => board.rows.find((one) => one.id === id)!;
	return { ...board, row };
}

describe('setting targets', () => {
	it('is for staff of the town: not for a village’s cadre, a volunteer or a visitor, in their own village neither', async () => {
		for (const ctx of [town.as('liu'), town.as('he'), town.as('mei'), town.as('tang'), town.visitor]) {
			expect(await setTargets(ctx, command(0, [['health-lectures', 'sanxing', 99]]))).toEqual({
				ok: false,
				refusal: 'not-your-unit'
			});
		}
		const own = command(0, [['health-lectures', 'sanxing', 1]], { unit: 'sanxing' });
		expect(await setTargets(town.as('liu'), own)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect((await stored()).list).toEqual([]);
		expect([
			await maySteer(town.as('zhou'), town.units.hesha),
			await maySteer(town.as('liu'), town.units.sanxing)
		]).toEqual([true, false]);
	});

	it('writes only what changed, and keeps the value before in the audit entry', async () => {
		await set(0, [
			['health-lectures', 'town', 42],
			['health-lectures', 'sanxing', 11],
			['birthday-banquets', 'town', 21]
		]);
		const again = command(1, [
			['health-lectures', 'town', 40],
			['health-lectures', 'sanxing', 11],
			['birthday-banquets', 'town', null]
		]);
		expect(await setTargets(town.as('zhou'), again)).toEqual({ ok: true, changed: 2 });
		expect(await stored()).toEqual({ list: ['health-lectures sanxing 11', 'health-lectures town 40'], seq: 2 });
		const entry = await town.ctx.db.select().from(auditEntries).where(eq(auditEntries.id, again.id)).get();
		const unitId = town.units.town;
		expect(JSON.parse(entry!.detail!)).toEqual({
			year: 2026,
			changes: [
				{ figure: 'health-lectures', unitId, before: 42, value: 40 },
				{ figure: 'birthday-banquets', unitId, before: 21, value: null }
			]
		});
	});

	it('without a change writes nothing, and sent twice lands once', async () => {
		const first = command(0, [['health-lectures', 'town', 42]]);
		expect(await setTargets(town.as('zhou'), first)).toEqual({ ok: true, changed: 1 });
		expect(await setTargets(town.as('zhou'), first)).toMatchObject({ ok: true });
		expect(await set(1, [['health-lectures', 'town', 42]])).toEqual({ ok: true, changed: 0 });
		expect(await town.ctx.db.$count(auditEntries, eq(auditEntries.verb, 'setTargets'))).toBe(1);
	});

	it('over what another cadre saved meanwhile is refused, also when both save at once', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		expect(await set(0, [['health-lectures', 'town', 50]])).toEqual({ ok: false, refusal: 'targets-changed' });
		const both = await Promise.all([set(1, [['health-lectures', 'town', 50]]), set(1, [['slogans', 'town', 9]])]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'targets-changed' });
		expect((await stored()).seq).toBe(2);
	});

	it('is all or nothing: a cell of a group, or of a unit elsewhere, leaves nothing behind', async () => {
		const group = await set(0, [
			['health-lectures', 'town', 42],
			['health-lectures', 'sanxingGroup1', 3]
		]);
		expect(group).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await stored()).toEqual({ list: [], seq: 0 });
	});

	it('refuses a figure without targets, and work of which nothing is asked; a limit may be 0', async () => {
		const refusal = { ok: false, refusal: 'target-impossible' };
		expect(await set(0, [['banquets-dissuaded', 'town', 17]])).toEqual(refusal);
		expect(await set(0, [['complaints', 'town', 0]])).toEqual(refusal);
		expect(await set(0, [['health-lectures', 'town', 0]])).toEqual(refusal);
		expect(await set(0, [['banquets-held', 'town', 0]])).toEqual({ ok: true, changed: 1 });
	});

	it('is of one year: another year keeps its own, and both are offered', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		await set(0, [['health-lectures', 'town', 50]], { year: 2027 });
		expect((await stored()).list).toEqual(['health-lectures town 42']);
		expect(await listTargetYears(town.ctx.db, town.units.town)).toEqual([2027, 2026]);
		expect(await listTargetYears(town.ctx.db, town.units.sanxing)).toEqual([]);
	});

	it('keeps the database from a target that no page can set', async () => {
		await set(0, [['health-lectures', 'town', 42]]);
		const { $client } = town.ctx.db;
		await expect($client.execute('update targets set value = -1')).rejects.toThrow('targets_value');
		await expect($client.execute('update targets set value = 1.5')).rejects.toThrow('targets_value');
		await expect($client.execute('update target_settings set at = 1')).rejects.toThrow('never changed');
		expect(await town.ctx.db.$count(targetsTable)).toBe(1);
	});
});

describe('the grid', () => {
	const units = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
	const { schema, cellsOf } = targetsForm(units);
	const sheet = (cells: Record<string, string>) => ({
		...Object.fromEntries(Object.keys(schema.entries).map((name) => [name, ''])),
		id: units[0]!,
		year: '2026',
		seen: '0',
		...cells
	});
	const first = cellName('health-lectures', units[0]!);
	const second = cellName('slogans', units[1]!);

	it('reads full-width digits, and an empty cell as no target', () => {
		const read = safeParse(schema, sheet({ [first]: ' ４２ ' }));
		expect(read.success).toBe(true);
		const cells = cellsOf(read.output as Parameters<typeof cellsOf>[0]);
		expect(cells.filter(({ value }) => value !== null)).toEqual([
			{ figure: 'health-lectures', unitId: units[0], value: 42 }
		]);
	});

	it('answers every wrong cell on the cell', () => {
		const read = safeParse(
			schema,
			sheet({ [first]: '四十二', [second]: '0', [cellName('banquets-held', units[0]!)]: '0' })
		);
		const said = (read.issues ?? []).map((issue) => [issue.path?.[0]?.key, issue.message]);
		expect(said).toEqual(
			expect.arrayContaining([
				[first, 'number-wrong'],
				[second, 'number-out-of-range']
			])
		);
		expect(said).toHaveLength(2);
	});
});

describe('the board', () => {
	it('reads the town and every village against its targets in three round trips, and counts as the figures do', async () => {
		const ledger = ledgerOf(town);
		await set(0, [
			['villagers-meetings', 'town', 12],
			['villagers-meetings', 'sanxing', 6],
			['villagers-meetings', 'hesha', 5],
			['banquets-held', 'town', 1]
		]);
		for (const unit of ['sanxing', 'sanxingGroup1', 'hesha'] as const) {
			await ledger.activity('villagers-meeting', unit, '2026-02-01');
			await ledger.banquet(unit, '2026-02-01');
		}
		const { value: board, count } = await countRoundTrips(async () => {
			const unit = (await findUnit(town.ctx.db, town.units.town))!;
			return countRoundTrips(() => readBoard(town.ctx.db, { unit, year: 2026, today: '2026-03-02' }));
		});
		expect([board.count, count]).toEqual([3, 1]);
		const { units, rows } = board.value;
		expect(units.map(({ name }) => name)).toEqual(['太平场镇', '三星村', '河沙村', '中坝村', '桥头社区']);
		const meetings = rows.find(({ id }) => id === 'villagers-meetings')!;
		expect(meetings.cells.map(({ done }) => done)).toEqual([3, 2, 1, 0, 0]);
		const states = meetings.cells.map(({ reading }) => reading?.state ?? null);
		expect(states).toEqual(['on-pace', 'on-pace', 'on-pace', null, null]);
		expect(meetings.difference).toBe(-1);
		for (const [at, { id }] of units.entries()) {
			const figures = await readFigures(town.ctx.db, { scope: id, periods: reportingPeriods(2026, '2026-03-02') });
			for (const row of rows) expect(row.cells[at]!.done).toBe(figures.find((one) => one.id === row.id)!.value);
		}
		expect(rows.find(({ id }) => id === 'banquets-held')!.cells[0]!.reading).toMatchObject({
			goal: 'at-most',
			state: 'over',
			behindBy: 2
		});
	});

	it('of a village shows that village alone', async () => {
		await set(0, [
			['health-lectures', 'sanxing', 12],
			['health-lectures', 'hesha', 12]
		]);
		const board = await boardOf('sanxing');
		expect(board.units.map(({ name }) => name)).toEqual(['三星村']);
		expect(board.row('health-lectures').cells[0]!.reading).toMatchObject({ target: 12 });
		expect(board.row('health-lectures').difference).toBeNull();
	});

	it('keeps a closed village for the years in which it had targets', async () => {
		await set(0, [['health-lectures', 'zhongba', 4]], { year: 2025 });
		await town.ctx.db.$client.execute({
			sql: "update units set valid_to_on = '2025-12-31' where id = ?",
			args: [town.units.zhongba]
		});
		expect((await boardOf('town', { year: 2025 })).units.map(({ name }) => name)).toContain('中坝村');
		expect((await boardOf('town')).units.map(({ name }) => name)).not.toContain('中坝村');
	});
});
