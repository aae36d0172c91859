import { afterEach, beforeEach } from 'vitest';
import { readCallList } from '../../../src/lib/server/messages/call-list';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { signUp } from '../../../src/lib/server/signups/signups';
import { messageWords } from '../../../src/lib/ui/messages/matter-words';
import { newSignup, openSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';
import { type CastName } from '../cast';

export let town: TestTown;

export const drain = () => drainOutbox({ ctx: town.ctx, words: messageWords });

/** A cancelled event with so many on its list, all of them on the call list. */
export async function cancelled(count: number) {
	const slot = await openSlot(town, null);
	const people = Array.from({ length: count }, () => newSignup(town, slot.slotId));
	for (const one of people) await signUp(town.visitor, one);
	await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: slot.eventId, reason: '下雨' });
	await drain();
	return { ...slot, people };
}

export const calls = async (name: CastName) => (await readCallList(town.as(name))).calls;

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => void (town = await openTestTown()));
	afterEach(() => town.close());
}
