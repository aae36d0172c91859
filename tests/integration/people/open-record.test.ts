import { afterEach, beforeEach, expect, test } from 'vitest';
import { openNear, openOwn } from '../../../src/lib/server/people/open-record';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const unitOf = (record: { unitId: string }) => record.unitId;

test('a record is opened by staff of its unit and of those above it; another unit gets a 403, an unknown record a 404', async () => {
	const record = { unitId: town.units.sanxing };
	for (const name of ['zhou', 'liu'] as const) expect(await openOwn(town.as(name), record, unitOf)).toBe(record);
	await expect(openOwn(town.as('he'), record, unitOf)).rejects.toMatchObject({ status: 403 });
	await expect(openOwn(town.as('mei'), record, unitOf)).rejects.toMatchObject({ status: 403 });
	await expect(openOwn(town.as('he'), null, unitOf)).rejects.toMatchObject({ status: 404 });
});

test('a record of the town may be read in its villages, but not one of the next village', async () => {
	const ofTown = { unitId: town.units.town };
	expect(await openNear(town.as('liu'), ofTown, unitOf)).toBe(ofTown);
	expect(await openNear(town.as('zhou'), { unitId: town.units.hesha }, unitOf)).toBeTruthy();
	await expect(openNear(town.as('liu'), { unitId: town.units.hesha }, unitOf)).rejects.toMatchObject({ status: 403 });
	await expect(openNear(town.as('liu'), undefined, unitOf)).rejects.toMatchObject({ status: 404 });
});
