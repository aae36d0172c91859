import { describe, expect, it } from 'vitest';
import { decideLedgerMonth } from '../../../src/lib/domain/figures/coverage';
import { askKnownMonths, knownMonthsOf } from '../../../src/lib/server/db/figures/known-months';
import { recordCheckedZero } from '../../../src/lib/server/activities/checked-zeros';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { confirmDissuasion } from '../../../src/lib/server/banquets/dissuasion-confirmations';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { freshTown, ledger, report, stateOf, town } from './month-town';

freshTown();

const waits = { ok: false, refusal: 'month-has-waiting' };
const reportFebruary = () => reportMonth(town.as('liu'), report());
const confirm = (dissuasionId: string) => confirmDissuasion(town.as('zhou'), { id: town.ctx.newId(), dissuasionId });

async function knows(kind: 'banquet' | 'dissuasion') {
	const asked = { scopes: [town.units.sanxing], ledgers: [kind], first: '2026-01', last: '2026-03' };
	return knownMonthsOf(await askKnownMonths(town.ctx.db, asked)).knows(kind, town.units.sanxing, '2026-02');
}

describe('a dissuasion that waits for its second person', () => {
	it('leaves its month open: it is not reported as zero, and can be confirmed', async () => {
		const { id } = await ledger.dissuasion('sanxingGroup1', '2026-02-20', { confirmed: false });
		expect(await reportFebruary()).toMatchObject({ ok: true });
		expect(await stateOf('dissuasion', 1)).toEqual({ state: 'waiting', waiting: 1 });
		expect(await stateOf('banquet', 1)).toMatchObject({ state: 'checked' });
		expect(await reportFebruary()).toEqual(waits);
		expect(await confirm(id)).toEqual({ ok: true });
		expect(await stateOf('dissuasion', 1)).toEqual({ state: 'reported', records: 1 });
	});

	it('does not where it would count nothing', async () => {
		await ledger.dissuasion('sanxing', '2026-02-20', { confirmed: false, occasion: 'wedding' });
		await ledger.dissuasion('hesha', '2026-02-20', { confirmed: false });
		await reportFebruary();
		expect(await stateOf('dissuasion', 1)).toMatchObject({ state: 'checked' });
	});
});

describe('a banquet without outcome', () => {
	it('leaves the month of its day open until it has one', async () => {
		const banquetId = await ledger.banquet('sanxingGroup1', '2026-02-10', null);
		await reportFebruary();
		expect(await stateOf('banquet', 1)).toEqual({ state: 'waiting', waiting: 1 });
		const outcome = { banquetId, outcome: 'held', endedOn: '2026-02-10', tablesHeld: 6 } as const;
		expect(await recordOutcome(town.as('liu'), { id: town.ctx.newId(), ...outcome })).toEqual({ ok: true });
		expect(await stateOf('banquet', 1)).toEqual({ state: 'reported', records: 1 });
	});

	it('called off, no longer stands in the way of a zero', async () => {
		await ledger.banquet('sanxing', '2026-02-10', 'cancelled');
		await reportFebruary();
		expect(await stateOf('banquet', 1)).toMatchObject({ state: 'checked' });
	});

	it('that came after the zero makes the month unknown again', async () => {
		await reportFebruary();
		expect(await knows('banquet')).toBe(true);
		await ledger.banquet('sanxing', '2026-02-28', null);
		expect(await stateOf('banquet', 1)).toEqual({ state: 'waiting', waiting: 1 });
		expect([await knows('banquet'), await knows('dissuasion')]).toEqual([false, true]);
	});

	it('that came after the town’s zero makes it unknown of its village alone', async () => {
		await ledger.activity('checked-zero', 'town', '2026-03-01', { zeroKind: 'banquet', zeroMonth: '2026-02' });
		expect(await knows('banquet')).toBe(true);
		await ledger.banquet('sanxing', '2026-02-28', null);
		expect(await knows('banquet')).toBe(false);
	});
});

it('a single zero is refused beside an entry that waits, past every verb too', async () => {
	await ledger.banquet('sanxing', '2026-02-10', null);
	const zero = { id: town.ctx.newId(), unitId: town.units.town, month: '2026-02', responsible: '赵核实' };
	expect(await recordCheckedZero(town.as('zhou'), { ...zero, kind: 'banquet' })).toEqual(waits);
	const past = { zeroKind: 'banquet', zeroMonth: '2026-02' } as const;
	await expect(ledger.activity('checked-zero', 'sanxing', '2026-03-01', past)).rejects.toThrow();
});

it('decideLedgerMonth: what waits counts once its month is due', () => {
	const one = { records: 0, waiting: 1, zero: null };
	expect(decideLedgerMonth('2026-02', '2026-02-27', one)).toEqual({ state: 'running' });
	expect(decideLedgerMonth('2026-02', '2026-02-28', one)).toEqual({ state: 'waiting', waiting: 1 });
	expect(decideLedgerMonth('2026-04', '2026-02-28', one)).toEqual({ state: 'coming' });
	expect(decideLedgerMonth('2026-02', '2026-03-01', { ...one, records: 2 })).toEqual({ state: 'reported', records: 2 });
});
