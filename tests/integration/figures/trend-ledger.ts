import { afterEach, beforeEach } from 'vitest';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { yearQuery } from './trend-query';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;
export const query = (year = 2024, today = '2026-03-02') => yearQuery(town.units.town, year, today);

export async function times(count: number, make: () => Promise<unknown>) {
	for (let i = 0; i < count; i++) await make();
}

/** Opens a town and its ledger before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
	});
	afterEach(() => town.close());
}
