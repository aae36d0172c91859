import { afterEach, beforeEach } from 'vitest';
import type { FigureId } from '../../../src/lib/domain/figures/figure';
import { setTargets } from '../../../src/lib/server/targets/targets';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;

type Value = [FigureId, TestUnit, number | null];

export const command = (seen: number, values: Value[], { year = 2026, unit = 'town' as TestUnit } = {}) => ({
	id: town.ctx.newId(),
	unitId: town.units[unit],
	year,
	seen,
	cells: values.map(([figure, at, value]) => ({ figure, unitId: town.units[at], value }))
});
export const set = (seen: number, values: Value[], over = {}) =>
	setTargets(town.as('zhou'), command(seen, values, over));

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
