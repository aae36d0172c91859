import { afterEach, beforeEach } from 'vitest';
import { ledgerOf } from '../rows/ledger-rows';
import { exif, jpeg } from '../ledgers/sample-pictures';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let eventId = '';

export const newId = () => town.ctx.newId();

/** A photo for the event, with the consent of the people on it. */
export const photo = (over = {}) => ({
	id: newId(),
	eventId,
	kind: 'photo' as const,
	title: '院坝里',
	bytes: new Uint8Array(jpeg([exif(6)])),
	isAgreed: true,
	asked: '到场的九位村民',
	askedOn: '2026-03-02',
	...over
});

export const liu = () => town.as('liu');

/** Opens a town with an event before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		eventId = (await ledgerOf(town).event('lecture', 'sanxing', '2026-03-02', { topic: 'health' })).id;
	});
	afterEach(() => town.close());
}
