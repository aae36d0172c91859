import { afterEach, beforeEach, expect } from 'vitest';
import { actorId } from '../../../src/lib/domain/people/actor';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let slotId: string;
export let eventId: string;

let phones = 0;

export function newCommand(partySize: number, phone = `137${String(++phones).padStart(8, '0')}`, name = '试名甲') {
	return { id: town.ctx.newId(), slotId, name, phone, villageId: town.units.sanxing, partySize };
}

export async function party(people: number) {
	const command = newCommand(people);
	return { ...(await signUp(town.visitor, command)), id: command.id } as Awaited<ReturnType<typeof signUp>> & {
		id: string;
	};
}

export const withdraw = (signupId: string) => withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId });
export const resize = (signupId: string, partySize: number) =>
	changeParty(town.visitor, { id: town.ctx.newId(), signupId, partySize });
export const listed = () => listSignupsOfSlot(town.ctx.db, slotId);

export async function taken(): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute('select taken from slots where id = ?', [slotId]);
	return Number(rows[0]!.taken);
}

export async function entries(verb: string): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute('select count(*) as n from audit_entries where verb = ?', [verb]);
	return Number(rows[0]!.n);
}

export async function openEvent(
	at: TestTown,
	capacity: number | null,
	{ publish = true, unitId = at.units.town } = {}
) {
	const ctx: Context = at.as('zhou');
	expect(actorId(ctx.actor)).not.toBeNull();
	const eventId = ctx.newId();
	const slotId = ctx.newId();
	const created = await createEvent(ctx, {
		id: eventId,
		unitId,
		kind: 'performance',
		topic: null,
		title: '无偿献血',
		place: '文化广场',
		description: '',
		partner: '',
		contactPhone: '02371234567',
		slots: [
			{ id: slotId, startsAt: instantOf('2026-04-01', '09:00'), endsAt: instantOf('2026-04-01', '11:00'), capacity }
		]
	});
	expect(created.ok).toBe(true);
	if (publish) expect((await publishEvent(ctx, { id: ctx.newId(), eventId })).ok).toBe(true);
	return { eventId, slotId };
}

/** Opens a town with an event before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		({ slotId, eventId } = await openEvent(town, 4));
	});
	afterEach(() => town.close());
}

/** The tests of the file go on with a new event of one slot with `capacity` places. */
export async function openInstead(capacity: number): Promise<void> {
	({ slotId, eventId } = await openEvent(town, capacity));
}
