import { afterEach, beforeEach } from 'vitest';
import { findDissuasionOfBanquet } from '../../../src/lib/server/db/banquets/dissuasions';
import { confirmDissuasion } from '../../../src/lib/server/banquets/dissuasion-confirmations';
import { recordDissuasion } from '../../../src/lib/server/banquets/dissuasions';
import { recordVisit } from '../../../src/lib/server/banquets/visits';
import { declareSchool } from './declare-school';
import { openTestTown, type TestTown } from '../test-town';
import { type CastName } from '../cast';

export let town: TestTown;
export let banquetId: string;

export const visit = (name: CastName, wentOn: string, note = '') =>
	recordVisit(town.as(name), { id: town.ctx.newId(), banquetId, wentOn, note });
export const dissuade = (wentOn: string, outcome: 'cancelled' | 'reduced' = 'cancelled') =>
	recordDissuasion(town.as('liu'), { id: town.ctx.newId(), banquetId, wentOn, outcome, note: '' });
export const found = async () => (await findDissuasionOfBanquet(town.ctx.db, banquetId))!;
export const confirm = async () =>
	confirmDissuasion(town.as('zhou'), { id: town.ctx.newId(), dissuasionId: (await found()).dissuasion.id });

/** Opens a town with a declared banquet before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		town.clock.setDate('2026-03-10');
		banquetId = await declareSchool(town, { origin: 'declared' });
	});
	afterEach(() => town.close());
}
