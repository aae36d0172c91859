import { afterEach, beforeEach } from 'vitest';
import { declareAs, newBanquet } from './banquets/new-banquet';
import { openTestTown, type TestTown } from './test-town';

export let town: TestTown;

const january = { declaredOn: '2026-01-02', plannedOn: '2026-01-22', venue: '自家院坝' };

/** A longevity banquet of January as a cadre of 三星村 declares it. */
export const banquet = (changes: object = {}) => newBanquet(town, { ...january, ...changes });

/** Liu declares it. Out: its id. */
export const declare = (changes: object = {}) => declareAs('liu', town, { ...january, ...changes });

/** The outcome of a banquet that was held. */
export const hold = (banquetId: string, changes: object = {}) => ({
	id: town.ctx.newId(),
	banquetId,
	outcome: 'held' as const,
	endedOn: '2026-01-22',
	tablesHeld: 28,
	...changes
});

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => (town = await openTestTown()));
	afterEach(() => town.close());
}
