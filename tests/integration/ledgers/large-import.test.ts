import { afterEach, beforeEach, test } from 'vitest';
import { openTestTown, type TestTown } from '../test-town';
import { importBesideNeighbour } from './import-beside';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

test('2,000 rows come in and are undone slice by slice, while another connection writes and reads', async () => {
	await importBesideNeighbour(town, 2000);
});
