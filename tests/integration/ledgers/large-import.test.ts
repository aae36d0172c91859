import { afterEach, beforeEach, test } from 'vitest';
import { openTestTown, type TestTown } from '../test-town';
import { importBesideNeighbour } from './import-beside';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

test('2,000 rows come in in one go while another connection writes and reads, which sees all of them or none', async () => {
	await importBesideNeighbour(town, 2000);
});
