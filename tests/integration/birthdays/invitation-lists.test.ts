import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { openInvitationList, planBanquet } from '../../../src/lib/server/birthdays/invitation-lists';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { eraseElder } from '../../../src/lib/server/birthdays/elder-erasures';
import { markDeparture, undoDeparture } from '../../../src/lib/server/birthdays/elder-departures';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { createEvent } from '../../../src/lib/server/events/events';
import { completeList, listMissing } from '../../../src/lib/server/birthdays/missing-guests';
import { inviteElder } from '../../../src/lib/server/birthdays/invitations';
import { enrol, lunar } from './roll-of';
import { town, plan, begin, list, id, listed, call, freshTown } from './birthday-town';

freshTown();

describe('a list', () => {
	test('is made with its event in one act, and the same act again makes nothing', async () => {
		await enrol(town);
		const act = plan(await begin());
		for (let nth = 0; nth < 2; nth++)
			expect(await planBanquet(town.as('liu'), act)).toEqual({ ok: true, eventId: act.id });
		const event = (await findEvent(town.ctx.db, act.id))!;
		expect(event).toMatchObject({ kind: 'birthday-banquet', publication: null, unitId: town.units.sanxing });
		expect(event.startsAt).toBe(instantOf('2026-05-16', '11:00'));
		expect(await list(act.id)).toMatchObject([{ state: 'invited', birthday: { on: '2026-04-17', age: 81 } }]);
	});

	test('is one for a window, until the banquet is called off', async () => {
		await enrol(town);
		const seriesId = await begin();
		const first = plan(seriesId);
		await planBanquet(town.as('liu'), first);
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toEqual({ ok: false, refusal: 'window-has-banquet' });
		await cancelEvent(town.as('liu'), { id: id(), eventId: first.id, reason: '下大雨' });
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toMatchObject({ ok: true });
	});

	test('is not planned for a day that is past, nor by staff of another village', async () => {
		const seriesId = await begin();
		expect(await planBanquet(town.as('liu'), plan(seriesId, { on: '2026-03-01' }))).toMatchObject({
			refusal: 'date-in-past'
		});
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor])
			expect(await planBanquet(ctx, plan(seriesId))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await planBanquet(town.as('liu'), plan(id()))).toMatchObject({ refusal: 'series-unknown' });
	});

	test('can be given to a banquet on the calendar, and to no other event', async () => {
		await enrol(town);
		const seriesId = await begin();
		const make = async (kind: 'birthday-banquet' | 'performance', unitId = town.units.sanxing) => {
			const eventId = id();
			const slot = {
				id: id(),
				startsAt: instantOf('2026-05-16', '11:00'),
				endsAt: instantOf('2026-05-16', '13:00'),
				capacity: 40
			};
			const words = {
				title: '宴',
				place: '院坝',
				description: '',
				partner: '',
				contactPhone: '02371000000',
				topic: null
			};
			await createEvent(town.as('zhou'), { id: eventId, unitId, kind, ...words, slots: [slot] });
			return eventId;
		};
		const open = (eventId: string) =>
			openInvitationList(town.as('zhou'), {
				id: id(),
				eventId,
				seriesId,
				year: 2026,
				firstMonth: 3,
				seats: 8,
				pricePerTable: null
			});
		expect(await open(await make('performance'))).toEqual({ ok: false, refusal: 'not-a-birthday-banquet' });
		expect(await open(await make('birthday-banquet', town.units.hesha))).toMatchObject({
			refusal: 'series-of-other-village'
		});
		const eventId = await make('birthday-banquet');
		expect(await open(eventId)).toEqual({ ok: true });
		expect(await open(eventId)).toMatchObject({ ok: false });
		expect(await list(eventId)).toHaveLength(1);
	});

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
