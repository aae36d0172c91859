import { afterEach, beforeEach } from 'vitest';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;

/** A figure of a year and of the year before, where every village reported what it has no record of; or with only what is there. */
export async function read(
	id: FigureId,
	{ unit = 'town' as TestUnit, year = 2024, today = '2026-03-02', isReported = true } = {}
) {
	if (isReported) await ledger.reportRest(year - 1, year);
	const readings = await readFigures(town.ctx, { scope: town.units[unit], periods: reportingPeriods(year, today) });
	const { value, previous, changeRate } = readings.find((reading) => reading.id === id)!;
	return { value, previous, changeRate };
}

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
