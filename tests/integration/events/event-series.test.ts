import { describe, expect, it } from 'vitest';
import { dateOf, timeOf } from '../../../src/lib/domain/calendar/calendar';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { planDates, repeatEvent } from '../../../src/lib/server/events/event-series';
import { cancelEvent, publishEvent } from '../../../src/lib/server/events/publications';
import { countEntries } from './open-slot';
import { create, repeat, series, town, liu, freshTown } from './lecture-series';

freshTown();

describe('repeating an event', () => {
	it('makes the next ones in one write, each with the words, the slots at the same time of day and its own number', async () => {
		const { eventId } = await create({ published: true });
		expect(await repeat(eventId, { times: 3 })).toEqual({ ok: true });
		const all = await series(eventId);
		expect(all.map(({ startsAt }) => dateOf(startsAt!))).toEqual([
			'2026-03-14',
			'2026-03-21',
			'2026-03-28',
			'2026-04-04'
		]);
		expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		for (const event of all) {
			expect(event).toMatchObject({ title: '健康讲座', place: '三星村广场', series: { rule: 'weekly', every: 1 } });
			expect(event.publication).not.toBeNull();
			expect(event.slots.map(({ startsAt, endsAt, capacity }) => [timeOf(startsAt), timeOf(endsAt), capacity])).toEqual(
				[
					['09:00', '10:00', 5],
					['14:00', '15:00', null]
				]
			);
		}
		expect(await countEntries(town, 'createEvent')).toBe(4);
	});

	it('of a draft makes drafts, and publishing it with those that follow publishes all', async () => {
		const { eventId } = await create();
		await repeat(eventId, { times: 2 });
		expect((await series(eventId)).map(({ publication }) => publication)).toEqual([null, null, null]);
		expect(await publishEvent(liu, { id: town.ctx.newId(), eventId, following: true })).toEqual({ ok: true });
		for (const { publication } of await series(eventId)) expect(publication?.byId).toBe(town.accounts.liu.id);
	});

	it('makes exactly the dates that were shown before', async () => {
		const { eventId } = await create();
		const rule = { rule: 'lunar-day', every: 1 } as const;
		const shown = planDates((await findEvent(town.ctx.db, eventId))!, rule, 4);
		await repeat(eventId, { ...rule, times: 4 });
		expect((await series(eventId)).slice(1).map(({ startsAt }) => dateOf(startsAt!))).toEqual(shown);
	});

	it('sent twice makes the series once; a second series of the same event is refused', async () => {
		const { eventId } = await create();
		const command = { id: town.ctx.newId(), eventId, rule: 'weekly', every: 1, times: 2 } as const;
		expect(await repeatEvent(liu, command)).toEqual({ ok: true });
		expect(await repeatEvent(liu, command)).toEqual({ ok: true });
		expect(await series(eventId)).toHaveLength(3);
		expect(await repeat(eventId, { times: 2 })).toEqual({ ok: false, refusal: 'event-in-series' });
		expect(await series(eventId)).toHaveLength(3);
	});

	it('is refused without a slot, once cancelled, and for another village', async () => {
		const bare = await create({ bare: true });
		expect(await repeat(bare.eventId)).toEqual({ ok: false, refusal: 'event-without-slot' });
		const own = await create();
		expect(await repeat(own.eventId, {}, town.as('he'))).toEqual({ ok: false, refusal: 'not-your-unit' });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: own.eventId, reason: '重复' });
		expect(await repeat(own.eventId)).toEqual({ ok: false, refusal: 'event-cancelled' });
	});
});
