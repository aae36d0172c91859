import { afterEach, beforeEach } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { auditEntries } from '../../../src/lib/server/db/schema/audit/audit';
import { readPublicEvent } from '../../../src/lib/server/db/events/public-event';
import { describeLecture } from '../../../src/lib/server/lectures/lectures';
import { publicLecture } from '../../../src/lib/server/lectures/public-lecture';
import { ledgerOf } from '../rows/ledger-rows';
import { openTestTown, type TestTown } from '../test-town';
import { type TestUnit } from '../cast';

export let town: TestTown;
export let ledger: ReturnType<typeof ledgerOf>;

export const newId = () => town.ctx.newId();
export const today = '2026-03-02';
/** A lecture of today at 09:00 to 10:00; the town's clock says 09:00. */
export const lecture = async (unit: TestUnit = 'sanxing', on = today, completed = false) =>
	(await ledger.event('lecture', unit, on, { topic: 'health', completed })).id;
/** A slip that was checked in to a lecture of `today` as it began. */
export const cameTo = (eventId: string) => ledger.guest(eventId, instantOf(today, '09:00'));
export const words = (over = {}) => ({
	speaker: '赵甲一' as string | null,
	speakerFrom: '镇卫生院',
	isNamed: false,
	targetGroup: 'elders' as const,
	placeKind: 'courtyard' as const,
	...over
});
export const describeIt = (eventId: string, over = {}, by: 'liu' | 'he' | 'zhou' | 'mei' = 'liu') =>
	describeLecture(town.as(by), { id: newId(), eventId, ...words(over) });
export const publicOf = async (eventId: string) =>
	publicLecture(town.ctx, (await readPublicEvent(town.ctx.db, eventId))!)!;
export const trail = async () => JSON.stringify(await town.ctx.db.select().from(auditEntries));

/** Opens a town and its ledger before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		ledger = ledgerOf(town);
	});
	afterEach(() => town.close());
}
