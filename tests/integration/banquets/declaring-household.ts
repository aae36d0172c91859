import { afterEach, beforeEach } from 'vitest';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { declareOwnBanquet } from '../../../src/lib/server/banquets/household-declarations';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const host = { hostName: '张试办', hostPhone: '13800000001' };
/** A longevity banquet of 三星村 in three weeks; the town's clock says 2026-03-02. */
export const own = (changes: object = {}) => ({
	id: town.ctx.newId(),
	unitId: town.units.sanxing,
	...host,
	occasion: 'longevity' as const,
	plannedOn: '2026-03-22',
	meals: 2,
	tablesPlanned: 30,
	venue: '自家院坝',
	caterer: '',
	hasRead: true,
	...changes
});
export async function declare(changes: object = {}): Promise<string> {
	const answer = await declareOwnBanquet(town.visitor, own(changes));
	if (!answer.ok) throw new Error(answer.refusal);
	return answer.banquetId;
}
export const get = async (id: string) => (await findBanquet(town.ctx.db, id))!;

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => (town = await openTestTown()));
	afterEach(() => town.close());
}
