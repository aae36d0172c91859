import { afterEach, beforeEach, test } from 'vitest';
import { openTestTown, type TestTown } from '../integration/test-town';
import { importBesideNeighbour } from '../integration/ledgers/import-beside';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

test('20,000 rows come in and are undone slice by slice, while another connection writes and reads', async () => {
	await importBesideNeighbour(town, 20_000);
});
