import { describe, expect, test } from 'vitest';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture, undoDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { completeList, listMissing } from '../../../src/lib/server/birthdays/missing-guests';
import { inviteElder } from '../../../src/lib/server/birthdays/invitations';
import { enrol, lunar } from './roll-of';
import { town, list, id, listed, call, freshTown } from './birthday-town';

freshTown();

describe('a list', () => {
	test('takes in who came onto the roll later, and any elder of the village by hand, but none of another', async () => {
		const eventId = await listed();
		await enrol(town, { name: '李丁老', birth: lunar(1950, 4, 2) });
		expect(await listMissing(town.ctx, (await findBirthdayBanquet(town.ctx.db, eventId))!)).toHaveLength(1);
		expect(await completeList(town.as('liu'), { id: id(), eventId })).toEqual({ ok: true });
		const elderId = await enrol(town, { name: '周戊老', birth: lunar(1950, 9, 2) });
		expect(await inviteElder(town.as('liu'), { id: id(), eventId, elderId })).toEqual({ ok: true });
		expect(await list(eventId)).toHaveLength(5);
		const stranger = await enrol(town, { unitId: town.units.hesha }, 'he');
		expect(await inviteElder(town.as('zhou'), { id: id(), eventId, elderId: stranger })).toMatchObject({
			refusal: 'elder-of-other-village'
		});
		expect(await inviteElder(town.as('liu'), { id: id(), eventId, elderId: id() })).toMatchObject({
			refusal: 'elder-unknown'
		});
	});

	test('loses the dead and the erased quietly, as long as the day is to come', async () => {
		const eventId = await listed();
		const [first, second] = await list(eventId);
		await call(first!.id, 'coming');
		const departure = { id: id(), elderId: first!.elder.id, reason: 'died', departedOn: '2026-03-01' } as const;
		await markDeparture(town.as('liu'), departure);
		await eraseElder(town.as('liu'), { id: id(), elderId: second!.elder.id });
		expect((await list(eventId)).map(({ state }) => state).sort()).toEqual(['dropped', 'dropped', 'invited']);
		expect(await call(first!.id, 'declined')).toEqual({ ok: false, refusal: 'elder-gone' });
		await undoDeparture(town.as('liu'), { id: id(), elderId: first!.elder.id, departureId: departure.id });
		expect((await list(eventId)).map(({ state }) => state).sort()).toEqual(['coming', 'dropped', 'invited']);
	});
});
