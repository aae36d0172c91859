import { yearBounds } from '../../../src/lib/domain/calendar/calendar';
import { describe, expect, it } from 'vitest';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { isOfCases } from '../../../src/lib/domain/figures/ledger';
import { listZeroMonths } from '../../../src/lib/server/db/figures/coverage';
import { reportMonth } from '../../../src/lib/server/activities/month-reports';
import { town, today, ledger, report, freshTown, stateOf } from './month-town';

freshTown();

/** The town keeps no ledger of cases. */
const kept = checkableKinds.filter((kind) => !isOfCases(kind));

describe('reportMonth', () => {
	it('checks every ledger without a record as zero, in one act, and leaves the others as they are', async () => {
		await ledger.banquet('sanxingGroup1', '2026-02-10');
		await ledger.activity('waste-sorting', 'sanxing', '2026-02-11');
		expect(await reportMonth(town.as('liu'), report())).toEqual({ ok: true, zeros: kept.length - 2 });
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
		expect(kept.every((kind) => zeroOf(kind, town.units.sanxing, '2026-02') !== null)).toBe(true);
	});

	it("is refused before the month is over, and to another village's cadre, a volunteer and a visitor", async () => {
		expect(await reportMonth(town.as('liu'), report('2026-03'))).toEqual({ ok: false, refusal: 'month-not-over' });
		for (const other of [town.as('he'), town.as('tang'), town.visitor])
			expect(await reportMonth(other, report())).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});
