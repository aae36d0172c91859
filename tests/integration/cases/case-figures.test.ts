import { describe, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { overdueFrom } from '../../../src/lib/domain/cases/case';
import { addDays, yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { rangePeriods, reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { rateOf } from '../../../src/lib/domain/figures/rate';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { listCountDifferences } from '../../../src/lib/server/db/figures/figure-recount';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { readReports } from '../../../src/lib/server/figures/coverage';
import { freshTown, ledger, read, times, town } from '../figures/figure-ledger';

freshTown();

describe('what villages received and settled', () => {
	it('counts in the year in which it was received, as settled by its last day: 174 of 176 are 98.9 %', async () => {
		await times(174, () => ledger.case('dispute', 'hesha', '2024-03-01', { settledOn: '2024-03-09' }));
		await ledger.case('dispute', 'hesha', '2024-12-31', { settledOn: '2025-01-02' });
		await ledger.case('dispute', 'hesha', '2024-06-01');
		await ledger.case('dispute', 'hesha', '2023-12-31', { settledOn: '2024-01-05' });
		const [received, settled] = [await read('disputes-received'), await read('disputes-settled')];
		expect([received.value, settled.value]).toEqual([176, 174]);
		expect([received.previous, settled.previous]).toEqual([1, 0]);
		expect(rateOf(settled.value, received.value)).toBe(98.9);
		expect(await read('disputes-settled', { year: 2025 })).toMatchObject({ value: 0 });
	});

	it('of incidents adds up over the levels', async () => {
		await times(3, () => ledger.case('incident', 'sanxing', '2024-05-01', { level: 'grid', settledOn: '2024-05-02' }));
		await times(2, () => ledger.case('incident', 'sanxing', '2024-05-01', { settledOn: '2024-05-02' }));
		await ledger.case('incident', 'town', '2024-05-01', { level: 'town', settledOn: '2024-05-02' });
		await ledger.case('incident', 'town', '2024-05-01', { level: 'town' });
		const ids = [
			'incidents-settled',
			'incidents-settled-grid',
			'incidents-settled-village',
			'incidents-settled-town'
		] as const;
		const values = [];
		for (const id of ids) values.push((await read(id)).value);
		expect(values).toEqual([6, 3, 2, 1]);
		expect(await read('incidents-settled', { unit: 'sanxing' })).toMatchObject({ value: 5 });
	});
});

describe('an open incident', () => {
	const overdueOn = async (today: string, id: FigureId = 'incidents-overdue') => {
		const periods = reportingPeriods(2026, today);
		const [reading] = await readFigures(town.ctx, { scope: town.units.town, periods, only: [id] });
		return reading!.value;
	};

	it('is overdue from the day after its due day on, though no record changes', async () => {
		for (const unit of ['sanxing', 'hesha', 'zhongba', 'qiaotou'] as const)
			await ledger.case('incident', unit, '2026-02-10', {
				dueOn: '2026-02-27',
				settledOn: unit === 'sanxing' ? null : '2026-02-27'
			});
		await ledger.reportRest(2026);
		expect(await overdueOn('2026-02-27')).toBe(0);
		expect(await overdueOn('2026-02-28')).toBe(1);
		expect(await overdueOn('2026-03-31')).toBe(1);
		expect(await overdueOn('2026-02-28', 'incidents-settled')).toBe(3);
	});

	it('is counted once, in the period in which it fell overdue, and stays so when it is settled later', async () => {
		await ledger.case('incident', 'sanxing', '2024-12-28', { dueOn: '2024-12-31', settledOn: '2025-01-08' });
		await ledger.case('incident', 'sanxing', '2024-12-28', { dueOn: '2024-12-30', settledOn: '2025-01-08' });
		expect(await read('incidents-overdue')).toMatchObject({ value: 1 });
		expect(await read('incidents-overdue', { year: 2025 })).toMatchObject({ value: 1, previous: 1 });
	});
});

describe('what is not known', () => {
	const figureOf = async (id: FigureId, year = 2024) => {
		const periods = rangePeriods(yearBounds(year), '2026-03-02');
		return (await readFigures(town.ctx, { scope: town.units.town, periods, only: [id] }))[0]!.value;
	};

	it('is no zero: incidents of three villages say nothing of the fourth, until it reports its months', async () => {
		await ledger.declareStart('2024-01-01');
		for (const unit of ['sanxing', 'hesha', 'zhongba'] as const)
			for (let month = 1; month <= 12; month++) {
				const on = `2024-${String(month).padStart(2, '0')}-03`;
				await ledger.case('incident', unit, on, { settledOn: on });
			}
		expect([await figureOf('incidents-overdue'), await figureOf('incidents-settled')]).toEqual([null, null]);
		for (let month = 1; month <= 12; month++)
			await ledger.reportMonth('qiaotou', `2024-${String(month).padStart(2, '0')}`);
		expect([await figureOf('incidents-overdue'), await figureOf('incidents-settled')]).toEqual([0, 36]);
		expect(await figureOf('calls'), 'villages that wrote down incidents reported nothing of calls').toBeNull();
	});

	it('is no zero in a month report of a town that keeps no such ledger', async () => {
		const report = (month: string) =>
			reportMonth(town.as('liu'), { id: town.ctx.newId(), unitId: town.units.sanxing, month, responsible: '刘测试' });
		const zeros = async () =>
			(await town.ctx.db.all<{ kind: string }>(sql`select distinct zero_kind as kind from activities order by 1`)).map(
				({ kind }) => kind
			);
		expect(await report('2026-01')).toMatchObject({ ok: true });
		expect(await zeros()).not.toContain('dispute');
		await ledger.case('call', 'hesha', '2026-02-03');
		expect(await report('2026-02')).toMatchObject({ ok: true });
		expect(await zeros()).toEqual(expect.arrayContaining(['call', 'dispute', 'incident']));
		const owed = (
			await readReports(town.ctx.db, { unitId: town.units.sanxing, year: 2026, today: '2026-03-02' })
		).ofUnit();
		const states = owed.find(({ id }) => id === 'dispute')!.months.map(({ state }) => state);
		expect(states.slice(0, 3)).toEqual(['before', 'checked', 'running']);
	});
});

describe('the database', () => {
	it('says of each case when it falls overdue as the domain does, and keeps every count', async () => {
		const receivedOn = '2024-05-01';
		const expected: string[] = [];
		for (const dueOn of ['2024-05-01', '2024-05-31', '2024-12-31'])
			for (const settledOn of [null, '2024-05-01', '2024-05-02', '2024-05-31', '2024-06-01', '2025-01-01']) {
				await ledger.case('incident', 'sanxing', receivedOn, { dueOn, settledOn });
				const from = overdueFrom({ dueOn, settledOn });
				if (from) expected.push(from);
			}
		const counted = await town.ctx.db.all<{ day: string }>(sql`select on_date as day from counted_incidents_overdue`);
		expect(counted.map(({ day }) => day).sort()).toEqual(expected.sort());
		expect(expected).toContain(addDays('2024-12-31', 1));
		expect(await listCountDifferences(town.ctx.db)).toEqual([]);
	});
});
