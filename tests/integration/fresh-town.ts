import { afterEach, beforeEach } from 'vitest';
import { openTestTown, type TestTown } from './test-town';

export let town: TestTown;

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
	});
	afterEach(() => town.close());
}
