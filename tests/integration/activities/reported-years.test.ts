import { describe, expect, it } from 'vitest';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { readReports } from '../../../src/lib/server/figures/coverage';
import { freshTown, ledger, report, stateOf, today, town } from './month-town';

freshTown();

const ofTown = async (ledger: string, at: number) => {
	const own = (await readReports(town.ctx.db, { unitId: town.units.town, year: 2026, today })).ofUnit();
	return own.find(({ id }) => id === ledger)!.months[at];
};
const reportTown = (month: string, over: object = {}) =>
	reportMonth(town.as('zhou'), { ...report(month), unitId: town.units.town, ...over });

describe('a month that the town reports', () => {
	it('is filled where villages lack it, beside the records of others', async () => {
		await ledger.banquet('sanxingGroup1', '2026-02-10');
		expect(await ofTown('banquet', 1)).toEqual({ state: 'reported', records: 1, lacking: 3 });
		expect(await reportTown('2026-02', { ledgers: ['banquet'] })).toEqual({ ok: true, zeros: 3 });
		expect(await ofTown('banquet', 1)).toEqual({ state: 'reported', records: 1 });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'reported', records: 1 });
		expect(await reportTown('2026-02', { ledgers: ['banquet'] })).toMatchObject({ refusal: 'month-already-reported' });
	});

	it('leaves out the village whose banquet waits for its outcome', async () => {
		await ledger.banquet('sanxingGroup1', '2026-02-10', null);
		expect(await reportTown('2026-02', { ledgers: ['banquet'] })).toEqual({ ok: true, zeros: 3 });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'waiting', waiting: 1 });
		expect(await reportTown('2026-02', { ledgers: ['banquet'] })).toMatchObject({ refusal: 'month-has-waiting' });
	});

	it('may be a whole year of one ledger: each month of it that is over, in one act', async () => {
		const year = { ...report('2025'), ledgers: ['dissuasion'] as const };
		expect(await reportMonth(town.as('liu'), year)).toEqual({ ok: true, zeros: 12 });
		const running = { ...report('2026'), ledgers: ['dissuasion'] as const };
		expect(await reportMonth(town.as('liu'), running)).toEqual({ ok: true, zeros: 2 });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'missing' });
	});
});

describe('a month before the town keeps its ledgers', () => {
	it('is not owed, and not reported', async () => {
		await ledger.declareStart('2026-02-01', ['banquets', 'activities']);
		expect(await stateOf('banquet', 0)).toEqual({ state: 'before' });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'missing' });
		expect(await reportMonth(town.as('liu'), report('2026-01'))).toEqual({ ok: false, refusal: 'month-before-ledger' });
		expect(await reportMonth(town.as('liu'), report('2025'))).toEqual({ ok: false, refusal: 'month-before-ledger' });
		const zero = { ...report('2026-01'), kind: 'waste-sorting' as const };
		expect(await recordCheckedZero(town.as('liu'), zero)).toEqual({ ok: false, refusal: 'month-before-ledger' });
		expect(await reportMonth(town.as('liu'), { ...report('2026'), ledgers: ['banquet'] })).toEqual({
			ok: true,
			zeros: 1
		});
	});
});
