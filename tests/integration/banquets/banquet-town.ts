import { afterEach, beforeEach } from 'vitest';
import { noOccasions } from '../../../src/lib/domain/banquets/banquet';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

/** A rule without words of its own. */
export const plain = { discouraged: [...noOccasions], wording: '', source: '' };

/** A longevity banquet of 三星村 in three weeks; the town's clock says 2026-03-02. */
export const banquet = (changes: object = {}) => ({
	id: town.ctx.newId(),
	origin: 'declared' as const,
	occasion: 'longevity' as const,
	unitId: town.units.sanxing,
	hostName: '张试办',
	hostPhone: '13800000001',
	declaredOn: '2026-03-02',
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 30,
	pricePerTable: null,
	venue: '自家院坝',
	caterer: '',
	isHygieneCertificateSeen: false,
	...changes
});
export const declare = async (changes: object = {}) => {
	const answer = await declareBanquet(town.as('liu'), banquet(changes));
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
};
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
