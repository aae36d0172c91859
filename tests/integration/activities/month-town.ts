import { afterEach, beforeEach } from 'vitest';
import { ledgerOf } from '../ledgers/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;

export const today = '2026-03-02';
export const report = (month = '2026-02') => ({
	id: town.ctx.newId(),
	unitId: town.units.sanxing,
	month,
	responsible: '赵核实'
});

/** Opens a town and its ledger before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
	});
	afterEach(() => town.close());
}
