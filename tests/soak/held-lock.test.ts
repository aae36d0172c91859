import { afterAll, beforeAll, expect, it } from 'vitest';
import { signUpBesideHeldLock } from '../integration/signups/held-lock';
import { openTestTown, type TestTown } from '../integration/test-town';

let town: TestTown;

beforeAll(async () => void (town = await openTestTown()));
afterAll(() => town?.close());

it('another process that holds the lock for ten seconds lets people read, and has the first in line refused in words', async () => {
	const { acknowledged, refused } = await signUpBesideHeldLock(town, 10_000);
	expect(acknowledged).toBeGreaterThan(20);
	expect(refused).toBeGreaterThan(20);
});
