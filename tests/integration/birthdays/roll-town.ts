import { afterEach, beforeEach } from 'vitest';
import { findElder } from '../../../src/lib/server/db/birthdays/elders';
import { openElder } from '../../../src/lib/server/birthdays/elder-fields';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;

export const id = () => town.ctx.newId();
export const get = async (elderId: string) => openElder(town.ctx, (await findElder(town.ctx.db, elderId))!);

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
