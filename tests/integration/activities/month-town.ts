import { afterEach, beforeEach } from 'vitest';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { checkableKinds } from '../../../src/lib/domain/activities/activity';
import { readCoverage } from '../../../src/lib/server/figures/coverage';

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

const coverage = async () =>
	(await readCoverage(town.ctx.db, { scope: town.units.town, year: 2026, today, ledgers: checkableKinds }))!;

/** What is known of a month of 三星村, 0 for January. */
export const stateOf = async (kind: (typeof checkableKinds)[number], at: number) => {
	const found = (await coverage()).find((one) => one.ledger === kind)!;
	return found.rows.find(({ id }) => id === town.units.sanxing)!.months[at]!;
};
