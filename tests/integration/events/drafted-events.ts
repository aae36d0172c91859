import { afterEach, beforeEach, expect } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { createEvent, type CreateEventCommand } from '../../../src/lib/server/events/events';
import { signUp } from '../../../src/lib/server/signups/signups';
import { openTestTown, type TestTown } from '../test-town';

export let town: TestTown;
export let liu: Context;

const day = '2026-03-20';
export const at = (time: string, on = day) => instantOf(on, time);

export function slot(from: string, to: string, capacity: number | null = null, on = day) {
	return { id: town.ctx.newId(), startsAt: at(from, on), endsAt: at(to, on), capacity };
}

export function draft(change: Partial<CreateEventCommand> = {}): CreateEventCommand {
	return {
		id: town.ctx.newId(),
		unitId: town.units.sanxing,
		kind: 'lecture',
		topic: 'health',
		title: '健康讲座',
		place: '三星村文化广场',
		description: '',
		partner: '',
		contactPhone: '02370000001',
		slots: [slot('09:00', '10:00')],
		...change
	};
}

export async function create(change: Partial<CreateEventCommand> = {}) {
	const command = draft(change);
	expect(await createEvent(liu, command)).toMatchObject({ ok: true });
	return { eventId: command.id, slotId: command.slots[0]?.id ?? '' };
}

export async function publish(change: Partial<CreateEventCommand> = {}) {
	const made = await create(change);
	expect(await publishEvent(liu, { id: town.ctx.newId(), eventId: made.eventId })).toEqual({ ok: true });
	return made;
}

let callers = 0;
export function party(slotId: string, partySize: number) {
	const phone = `139${String(++callers).padStart(8, '0')}`;
	return signUp(town.visitor, { id: town.ctx.newId(), slotId, name: '测试人', phone, villageId: null, partySize });
}

export async function entries(verb: string): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select count(*) as n from audit_entries where verb = ?',
		args: [verb]
	});
	return Number(rows[0]!.n);
}

export async function lastDetail(verb: string): Promise<unknown> {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select detail from audit_entries where verb = ? order by at desc limit 1',
		args: [verb]
	});
	return JSON.parse(String(rows[0]!.detail));
}

/** Opens a town before each test of a file, and closes it after. */
export function freshTown(): void {
	beforeEach(async () => {
		town = await openTestTown();
		liu = town.as('liu');
	});
	afterEach(() => town.close());
}
