import { describe, expect, it } from 'vitest';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { countRoundTrips } from '../../../src/lib/server/db/client';
import { findUnit } from '../../../src/lib/server/db/units/units';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readBoard } from '../../../src/lib/server/targets/target-board';
import { ledgerOf } from '../rows/ledger-rows';
import type { TestUnit } from '../cast';
import { boardUnitName } from '../../../src/lib/ui/targets/board-unit-name';
import { town, set, freshTown } from './target-town';

freshTown();

async function boardOf(unit: TestUnit, { year = 2026, today = '2026-03-02' } = {}) {
	const board = await readBoard(town.ctx, { unit: (await findUnit(town.ctx.db, town.units[unit]))!, year, today });
	const row = (id: FigureId) => board.rows.find((one) => one.id === id)!;
	return { ...board, row };
}

const nothing = { done: null, reading: null };

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
		await ledger.reportRest(2026);
		await town.ctx.registry();
		const { value: board, count } = await countRoundTrips(async () => {
			const unit = (await findUnit(town.ctx.db, town.units.town))!;
			return countRoundTrips(() => readBoard(town.ctx, { unit, year: 2026, today: '2026-03-02' }));
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
			const figures = await readFigures(town.ctx, { scope: id, periods: reportingPeriods(2026, '2026-03-02') });
			for (const row of rows) {
				const { value } = figures.find((one) => one.id === row.id)!;
				expect(row.cells[at]!.done).toBe(value);
			}
		}
		expect(rows.find(({ id }) => id === 'banquets-held')!.cells[0]!.reading).toMatchObject({
			goal: 'at-most',
			state: 'over',
			behindBy: 2
		});
	});

	it('has no number and asks for something to be done where nothing is recorded, also of a limit', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['banquets-held', 'sanxing', 10]
		]);
		const on = { today: '2026-11-28' };
		const stateOf = async (id: FigureId) => (await boardOf('town', on)).row(id).cells[1]!.reading;
		expect(await stateOf('villagers-meetings')).toMatchObject({ state: 'no-record', done: null, behindBy: 10 });
		expect(await stateOf('banquets-held')).toMatchObject({ state: 'no-record', done: null });
		await ledgerOf(town).banquet('sanxing', '2026-02-01');
		expect(await stateOf('banquets-held')).toMatchObject({ state: 'unreported', done: 1 });
		await ledgerOf(town).reportRest(2026);
		expect(await stateOf('banquets-held')).toMatchObject({ state: 'kept', done: 1 });
		expect(await stateOf('villagers-meetings')).toMatchObject({ state: 'behind', done: 0, behindBy: 10 });
	});

	it('of some villages as a whole counts of the others what has a target, and that alike', async () => {
		await set(0, [
			['villagers-meetings', 'sanxing', 12],
			['villagers-meetings', 'hesha', 10]
		]);
		for (const unit of ['sanxing', 'hesha'] as const) {
			await ledgerOf(town).activity('villagers-meeting', unit, '2026-02-01');
			await ledgerOf(town).activity('slogan', unit, '2026-02-01');
		}
		const full = await boardOf('town');
		const unit = (await findUnit(town.ctx.db, town.units.town))!;
		const whole = [town.units.sanxing];
		const some = await readBoard(town.ctx, { unit, year: 2026, today: '2026-03-02', whole });
		const cellsOf = (rows: typeof full.rows, id: string) => rows.find((one) => one.id === id)!.cells;
		expect(cellsOf(some.rows, 'villagers-meetings')).toEqual(
			cellsOf(full.rows, 'villagers-meetings').with(3, nothing).with(4, nothing)
		);
		expect(cellsOf(full.rows, 'slogans')[2]!.done).toBe(1);
		expect(cellsOf(some.rows, 'slogans')).toEqual([
			...cellsOf(full.rows, 'slogans').slice(0, 2),
			nothing,
			nothing,
			nothing
		]);
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
		const { units } = await boardOf('town', { year: 2025 });
		const names = (year: number) => units.map((unit) => boardUnitName(unit, year));
		expect(names(2025), 'another of the same name may have begun since').toContain('中坝村（到12月31日）');
		expect(names(2024)).toContain('中坝村（到2025年12月31日）');
		expect((await boardOf('town')).units.map(({ name }) => name)).not.toContain('中坝村');
	});
});
