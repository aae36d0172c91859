import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { decideLedgerMonth, ledgerOfFigure, sumCoverage } from '../../../src/lib/domain/figures/coverage';
import { findFigure, type Figure } from '../../../src/lib/domain/figures/figure';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { removeActivity } from '../../../src/lib/server/activities/activities';
import { readCoverage } from '../../../src/lib/server/figures/coverage';
import { listZeroMonths } from '../../../src/lib/server/db/figures/coverage';
import { readFigurePage } from '../../../src/lib/server/figures/figure-page';
import { recordOutcome } from '../../../src/lib/server/banquets/banquets';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { ledgerOf } from '../ledgers/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const today = '2026-03-02';
const report = (month = '2026-02') => ({
	id: town.ctx.newId(),
	unitId: town.units.sanxing,
	month,
	responsible: '赵核实'
});
const coverage = async () =>
	(await readCoverage(town.ctx.db, { scope: town.units.town, year: 2026, today, ledgers: checkableKinds }))!;
const stateOf = async (kind: (typeof checkableKinds)[number], at: number) => {
	const found = (await coverage()).find((one) => one.ledger === kind)!;
	return found.rows.find(({ id }) => id === town.units.sanxing)!.months[at]!;
};

describe('reportMonth', () => {
	it('checks every ledger without a record as zero, in one act, and leaves the others as they are', async () => {
		await ledger.banquet('sanxingGroup1', '2026-02-10');
		await ledger.activity('waste-sorting', 'sanxing', '2026-02-11');
		expect(await reportMonth(town.as('liu'), report())).toEqual({ ok: true, zeros: checkableKinds.length - 2 });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'reported', records: 1 });
		expect(await stateOf('dissuasion', 1)).toMatchObject({ state: 'checked', checkedOn: today });
		expect(await stateOf('banquet', 0)).toEqual({ state: 'missing' });
		expect(await stateOf('banquet', 2)).toEqual({ state: 'running' });
		expect(await stateOf('banquet', 3)).toEqual({ state: 'coming' });
	});

	it('lands once when it is sent twice, and says when nothing is left', async () => {
		const command = report();
		await reportMonth(town.as('liu'), command);
		expect(await reportMonth(town.as('liu'), command)).toMatchObject({ ok: true });
		expect(await reportMonth(town.as('liu'), report())).toEqual({ ok: false, refusal: 'month-already-reported' });
		const zeroOf = await listZeroMonths(town.ctx.db, [town.units.sanxing], yearBounds(2026));
		expect(checkableKinds.every((kind) => zeroOf(kind, town.units.sanxing, '2026-02') !== null)).toBe(true);
	});

	it("is refused before the month is over, and to another village's cadre, a volunteer and a visitor", async () => {
		expect(await reportMonth(town.as('liu'), report('2026-03'))).toEqual({ ok: false, refusal: 'month-not-over' });
		for (const other of [town.as('he'), town.as('tang'), town.visitor])
			expect(await reportMonth(other, report())).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});

describe('a month checked as zero', () => {
	it('refuses a banquet held in it, until the zero is struck out', async () => {
		const banquetId = await ledger.banquet('sanxingGroup1', '2026-02-10', null);
		await reportMonth(town.as('liu'), report());
		const outcome = { banquetId, outcome: 'held', endedOn: '2026-02-10', tablesHeld: 6 } as const;
		const record = () => recordOutcome(town.as('liu'), { id: town.ctx.newId(), ...outcome });
		expect(await record()).toEqual({ ok: false, refusal: 'month-checked-zero' });
		const zero = await stateOf('banquet', 1);
		const activityId = zero.state === 'checked' ? zero.id : '';
		await removeActivity(town.as('liu'), { id: town.ctx.newId(), activityId, reason: '漏记一场' });
		expect(await record()).toEqual({ ok: true });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'reported', records: 1 });
	});

	it('refuses every record of what was checked, past every verb, and a zero beside a record', async () => {
		await reportMonth(town.as('liu'), report());
		await expect(ledger.activity('waste-sorting', 'sanxingGroup1', '2026-02-01')).rejects.toThrow();
		await expect(ledger.dissuasion('sanxing', '2026-02-28')).rejects.toThrow();
		await ledger.activity('slogan', 'sanxing', '2026-02-01');
		await ledger.activity('waste-sorting', 'sanxing', '2026-03-01');
		await ledger.activity('complaint', 'hesha', '2026-02-05');
		await expect(ledger.activity('checked-zero', 'hesha', '2026-03-01', { zeroMonth: '2026-02' })).rejects.toThrow();
	});
});

describe('the coverage of a figure', () => {
	const pageOf = (id: string, year: number) => {
		const figure = findFigure(id) as Figure;
		const periods = reportingPeriods(year, today);
		return readFigurePage(town.ctx.db, { figure, scope: town.units.town, year, today, periods });
	};

	it('keeps the number when months are missing, and draws a gap, not a zero, where nothing was reported', async () => {
		await ledger.banquet('hesha', '2026-01-10');
		await ledger.banquet('hesha', '2026-01-11');
		await ledger.banquet('hesha', '2026-01-12');
		const { reading, months, coverage } = await pageOf('banquets-held', 2026);
		expect(reading.value).toBe(3);
		expect(coverage).toMatchObject({ villages: 4, complete: 0, months: 2, missing: 7 });
		expect(months!.cells[0]).toMatchObject({ value: 3 });
		expect(months!.cells[1]).toMatchObject({ value: null, shown: 'exact' });
	});

	it('draws a zero where every village said there was none', async () => {
		for (const on of ['2026-01-10', '2026-01-11', '2026-01-12']) await ledger.banquet('hesha', on);
		await reportMonth(town.as('zhou'), { ...report(), unitId: town.units.town });
		const { months, coverage } = await pageOf('banquets-held', 2026);
		expect(months!.cells[1]).toMatchObject({ value: 0 });
		expect(coverage).toMatchObject({ missing: 3 });
	});

	it('is told of what villages report alone, and its months add up to the figure', async () => {
		for (const month of ['01', '02'] as const)
			for (let nth = 0; nth < 4; nth++) await ledger.activity('slogan', 'town', `2026-${month}-01`, { quantity: 5 });
		const { reading, months, coverage, sourceText } = await pageOf('slogans', 2026);
		expect(coverage).toBeNull();
		expect(months!.total).toBe(reading.value);
		expect(sourceText).toContain('CREATE VIEW counted_activities');
		expect(sourceText).not.toContain('?');
	});

	it('has a query to show for every figure', async () => {
		for (const { id } of (await import('../../../src/lib/domain/figures/figure')).figures) {
			expect((await pageOf(id, 2026)).sourceText).toMatch(/select/);
		}
	});
});

describe('the rules of coverage', () => {
	it('decideLedgerMonth: a month is due on its last day', () => {
		const nothing = { records: 0, zero: null };
		expect(decideLedgerMonth('2026-02', '2026-02-27', nothing)).toEqual({ state: 'running' });
		expect(decideLedgerMonth('2026-02', '2026-02-28', nothing)).toEqual({ state: 'missing' });
		expect(decideLedgerMonth('2026-03', '2026-02-28', nothing)).toEqual({ state: 'coming' });
	});

	it('sumCoverage counts villages and what is missing over the months that are due', () => {
		const [some, missing, running] = [
			{ state: 'reported', records: 1 },
			{ state: 'missing' },
			{ state: 'running' }
		] as const;
		const villages = [{ months: [some, missing, running] }, { months: [some, some, running] }];
		expect(sumCoverage(villages)).toEqual({ villages: 2, complete: 1, months: 2, missing: 1 });
	});

	it('ledgerOfFigure: villages report banquets and their own work, not what the town keeps', () => {
		const of = (id: string) => ledgerOfFigure((findFigure(id) as Figure).source);
		expect(of('banquets-held')).toBe('banquet');
		expect(of('waste-sorting')).toBe('waste-sorting');
		expect(of('media-reports')).toBeNull();
		expect(of('health-lectures')).toBeNull();
	});
});
