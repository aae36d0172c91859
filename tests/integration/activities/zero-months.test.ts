import { describe, expect, it } from 'vitest';
import { removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { findCheckedZero } from '../../../src/lib/server/db/activities/checked-zeros';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { load } from '../../../src/routes/desk/activities/zeros/+page.server';
import { visit } from '../page-visit';
import { town, ledger, report, freshTown, stateOf } from './month-town';

freshTown();

describe('a month checked as zero', () => {
	it('refuses a banquet held in it, until the zero is struck out', async () => {
		await reportMonth(town.as('liu'), report());
		const banquetId = await ledger.banquet('sanxingGroup1', '2026-02-10', null);
		const outcome = { banquetId, outcome: 'held', endedOn: '2026-02-10', tablesHeld: 6 } as const;
		const record = () => recordOutcome(town.as('liu'), { id: town.ctx.newId(), ...outcome });
		expect(await record()).toEqual({ ok: false, refusal: 'month-checked-zero' });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'waiting', waiting: 1 });
		const zero = await findCheckedZero(town.ctx.db, town.units.sanxing, 'banquet', '2026-02');
		const activityId = zero!.id;
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

describe('the page of checked months', () => {
	const look = async () => {
		const { value } = await visit(town.as('liu'), load, { path: '/desk/activities/zeros' });
		return value as { owed: unknown[]; isAnyOver: boolean };
	};

	it('does not call a year reported of which no month is over since the ledgers begin', async () => {
		await ledger.declareStart('2026-03-01');
		expect(await look()).toMatchObject({ owed: [], isAnyOver: false });
	});

	it('does so where a month is over', async () => {
		await ledger.declareStart('2026-02-01');
		expect(await look()).toMatchObject({ isAnyOver: true });
	});
});
