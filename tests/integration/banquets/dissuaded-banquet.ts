import { afterEach, beforeEach } from 'vitest';
import { findBanquet } from '../../../src/lib/server/db/banquets/banquets';
import { countDissuasions } from '../../../src/lib/server/db/banquets/dissuasion-list';
import { confirmDissuasion } from '../../../src/lib/server/banquets/dissuasion-confirmations';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { declareSchool } from './declare-school';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let banquetId: string;

export const declare = (changes: object = {}) => declareSchool(town, changes);
/** The tests of the file go on with another banquet. */
export const declareInstead = async (changes: object) => void (banquetId = await declare(changes));
export const visit = (changes: object = {}) => ({
	id: town.ctx.newId(),
	banquetId,
	wentOn: '2026-03-02',
	outcome: 'cancelled' as const,
	note: '',
	...changes
});
export async function dissuade(changes: object = {}): Promise<string> {
	const command = visit(changes);
	const answer = await recordDissuasion(town.as('liu'), command);
	if (!answer.ok) throw new Error(answer.refusal);
	return command.id;
}
export const confirm = (name: 'liu' | 'zhou' | 'he' | 'mei', dissuasionId: string) =>
	confirmDissuasion(town.as(name), { id: town.ctx.newId(), dissuasionId });
export const outcome = async () => (await findBanquet(town.ctx.db, banquetId))!.outcome;
export const counted = () => countDissuasions(town.ctx.db, town.units.town, { state: 'counted' });
export const end = (changes: object) => ({
	id: town.ctx.newId(),
	banquetId,
	outcome: 'held' as const,
	endedOn: '2026-03-02',
	tablesHeld: 30,
	...changes
});

/** Opens a town with a declared banquet before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		banquetId = await declare();
	});
	afterEach(() => town.close());
}
