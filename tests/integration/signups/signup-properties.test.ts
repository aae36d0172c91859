import { afterAll, beforeAll, it } from 'vitest';
import { openTestTown, type TestTown } from '../test-town';
import { expectSlotsToKeepRules } from './slot-property';

let town: TestTown;

beforeAll(async () => void (town = await openTestTown()));
afterAll(() => town?.close());

it(
	'a slot, whatever happens to it, is after every act what the rules alone make of it',
	() => expectSlotsToKeepRules(town, 50),
	120_000
);
