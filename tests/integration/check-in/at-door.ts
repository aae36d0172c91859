import { afterEach, beforeEach, expect } from 'vitest';
import type { Context } from '../../../src/lib/server/context';
import { findDoor } from '../../../src/lib/server/db/check-in/door';
import { checkIn } from '../../../src/lib/server/check-in/check-in';
import { walkIn } from '../../../src/lib/server/check-in/walk-ins';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot, type OpenSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

export const day = '2026-04-01';
export let town: TestTown;
/** A volunteer of the town. */
export let mei: Context;
export let open: OpenSlot;

export const at = (time: string) => town.clock.setDate(day, time);

export async function party(size: number, slotId = open.slotId): Promise<string> {
	const signup = newSignup(town, slotId, size);
	expect(await signUp(town.visitor, signup)).toMatchObject({ ok: true });
	return signup.id;
}

export const letIn = (signupId: string, change: { id?: string; people?: number; slotId?: string } = {}, ctx = mei) =>
	checkIn(ctx, { id: town.ctx.newId(), slotId: open.slotId, signupId, people: null, how: 'list', ...change });

export const comes = (partySize: number, change: { id?: string; slotId?: string; eventId?: string } = {}) =>
	walkIn(mei, { id: town.ctx.newId(), ...open, name: '', ...change, partySize });

export const complete = (counts: { attended: number | null; unticked?: number } = { attended: 5 }) =>
	completeEvent(town.as('zhou'), {
		id: town.ctx.newId(),
		eventId: open.eventId,
		donors: 0,
		millilitres: 0,
		note: '',
		...counts
	});

export async function counts() {
	const door = await findDoor(town.ctx.db, open.eventId);
	return door!.slots[0]!;
}

/** Opens a town with one slot before each test of a file, and closes it after. */
export function eachAtDoor(): void {
	beforeEach(async () => {
		town = await openTestTown();
		mei = town.as('mei');
		open = await openSlot(town, 10);
	});
	afterEach(() => town.close());
}
