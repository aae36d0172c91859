import { afterEach, beforeEach } from 'vitest';
import { noOccasions } from '../../../src/lib/domain/banquets/banquet';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { declareAs, newBanquet } from './new-banquet';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

/** A rule without words of its own. */
export const plain = { discouraged: [...noOccasions], wording: '', source: '' };

/** A longevity banquet at home. */
export const banquet = (changes: object = {}) => newBanquet(town, { venue: '自家院坝', ...changes });

/** Liu declares it. Out: its id. */
export const declare = (changes: object = {}) => declareAs('liu', town, { venue: '自家院坝', ...changes });

/** The outcome of a banquet that was held. */
export const ended = (banquetId: string, changes: object = {}) => ({
	id: town.ctx.newId(),
	banquetId,
	outcome: 'held' as const,
	endedOn: '2026-03-02',
	tablesHeld: 28,
	...changes
});

export const get = async (id: string) => (await findBanquet(town.ctx.db, id))!;

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => (town = await openTestTown()));
	afterEach(() => town.close());
}
