import { afterAll, beforeAll, expect, it } from 'vitest';
import { killInTheRush } from '../integration/signups/killed-process';
import { openTestTown, type TestTown } from '../integration/test-town';

let town: TestTown;

beforeAll(async () => void (town = await openTestTown()));
afterAll(() => town?.close());

it('a process that is killed in a rush a hundred times loses nothing it has acknowledged', async () => {
	expect(await killInTheRush(town, 100)).toBeGreaterThan(1000);
});
