import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { doorLead } from '../../../src/lib/domain/check-in/check-in';
import type { Context } from '../../../src/lib/server/context';
import { listDoorEvents } from '../../../src/lib/server/db/check-in/door-events';
import { createEvent } from '../../../src/lib/server/events/events';
import { publishEvent } from '../../../src/lib/server/events/publications';
import { mayWorkDoor } from '../../../src/lib/server/people/rights';
import { createShift } from '../../../src/lib/server/shifts/shifts';
import { giveBackShift, takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { slotTimes } from '../events/open-slot';
import { town, open, mei, party, at, letIn, day, eachAtDoor } from './at-door';

eachAtDoor();

describe('the door of a village’s event', () => {
	it('is open to its cadres, to volunteers at home there or in the town, and to the holders of its shifts', async () => {
		const liu = town.as('liu');
		const event = { id: town.ctx.newId(), unitId: town.units.sanxing };
		await createEvent(liu, {
			...event,
			kind: 'lecture',
			topic: 'health',
			title: '健康讲座',
			place: '文化广场',
			description: '',
			partner: '',
			contactPhone: '02371234567',
			slots: [{ id: town.ctx.newId(), ...slotTimes, capacity: null }]
		});
		await publishEvent(liu, { id: town.ctx.newId(), eventId: event.id });
		for (const name of ['zhou', 'liu', 'mei', 'tang'] as const)
			expect(await mayWorkDoor(town.as(name), event), name).toBe(true);
		const he = town.as('he');
		expect(await mayWorkDoor(he, event), 'the next village').toBe(false);
		expect(await mayWorkDoor(town.visitor, event)).toBe(false);
		const shiftId = town.ctx.newId();
		await createShift(liu, { id: shiftId, eventId: event.id, duty: '签到', needed: 1, ...slotTimes });
		const claimId = town.ctx.newId();
		await takeShift(he, { id: claimId, shiftId });
		expect(await mayWorkDoor(he, event), 'with a shift').toBe(true);
		expect(await listed(he)).toEqual([event.id, open.eventId].sort());
		await giveBackShift(he, { id: town.ctx.newId(), claimId });
		expect(await mayWorkDoor(he, event), 'given back').toBe(false);
		expect(await listed(he), 'the town’s is every village’s').toEqual([open.eventId]);
	});

	it('of another town is not', async () => {
		const otherTown = town.ctx.newId();
		await town.ctx.db.$client.execute({
			sql: `insert into units (id, kind, name, position, valid_from_on, at) values (?, 'town', '外镇', 0, '2020-01-01', 0)`,
			args: [otherTown]
		});
		const stranger = { ...mei, actor: { ...mei.actor, unitId: otherTown } } as Context;
		expect(await mayWorkDoor(stranger, { id: open.eventId, unitId: town.units.town })).toBe(false);
		const signupId = await party(1);
		at('08:30');
		expect(await letIn(signupId, {}, stranger)).toEqual({ ok: false, refusal: 'not-your-door' });
	});
});

async function listed({ actor }: Context): Promise<string[]> {
	if (actor.kind !== 'account') throw new Error('an account is meant');
	const from = instantOf(day, '00:00');
	const rows = await listDoorEvents(town.ctx.db, { ...actor, from, until: from + 86_400_000, lead: doorLead });
	return rows.map(({ id }) => id).sort();
}
