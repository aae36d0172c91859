import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { describe, expect, it } from 'vitest';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { removeActivity } from '../../../src/lib/server/activities/activity-corrections';
import { readCoverage } from '../../../src/lib/server/figures/coverage';
import { listZeroMonths } from '../../../src/lib/server/db/figures/coverage';
import { recordOutcome } from '../../../src/lib/server/banquets/banquet-outcomes';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { town, today, ledger, report, freshTown } from './month-town';

freshTown();

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
