import { afterAll, beforeAll, it } from 'vitest';
import { expectSlotsToKeepRules } from '../integration/signups/slot-property';
import { openTestTown, type TestTown } from '../integration/test-town';

let town: TestTown;

beforeAll(async () => void (town = await openTestTown()));
afterAll(() => town?.close());

it('a slot, whatever happens to it 500 times over, is after every act what the rules alone make of it', () =>
	expectSlotsToKeepRules(town, 500));
