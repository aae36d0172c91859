import { describe, expect, it } from 'vitest';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { signUp } from '../../../src/lib/server/signups/signups';
import * as jsonRoute from '../../../src/routes/api/v1/events/+server';
import * as feedRoute from '../../../src/routes/api/v1/events.ics/+server';
import { newSignup, openSlot } from './open-slot';
import { town, draft, origin, freshTown } from './open-drafts';

freshTown();

describe('GET /api/v1/events.ics', () => {
	it('holds what is published and to come; cancelled events say so', async () => {
		const { eventId } = await openSlot(town, 5);
		await openSlot(town, 5);
		await openSlot(town, 5);
		await draft('未发布');
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId, reason: '下大雨' });
		const feed = async () => (await ask(feedRoute, '/api/v1/events.ics')).text();
		const text = await feed();
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
		expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1);
		expect(text).toContain('SUMMARY:已取消：无偿献血');
		expect(text).not.toContain('未发布');
		town.clock.setDate('2026-04-02');
		expect(await feed()).not.toContain('VEVENT');
	});
});

describe('GET /api/v1/events', () => {
	it('says when, where, how many places are free and in which state, and nothing of people', async () => {
		const { eventId, slotId } = await openSlot(town, 5);
		await signUp(town.visitor, newSignup(town, slotId, 2));
		await draft('未发布');
		const answer = await ask(jsonRoute, '/api/v1/events');
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		const text = await answer.text();
		expect(text).not.toMatch(/试名|137|byId|phone/);
		expect(JSON.parse(text)).toEqual({
			events: [
				{
					id: eventId,
					number: 1,
					kind: 'performance',
					topic: null,
					title: '无偿献血',
					place: '文化广场',
					unit: '太平场镇',
					state: 'open',
					cancelledBecause: null,
					url: `${origin}/events/${eventId}`,
					slots: [
						{
							id: slotId,
							starts: '2026-04-01T09:00:00+08:00',
							ends: '2026-04-01T11:00:00+08:00',
							capacity: 5,
							free: 3
						}
					]
				}
			],
			next: null
		});
	});

	it('turns its pages, each event once', async () => {
		for (let nth = 0; nth < 52; nth++) await openSlot(town, null);
		const first = (await (await ask(jsonRoute, '/api/v1/events')).json()) as Page;
		expect(first.events).toHaveLength(50);
		const second = (await (await ask(jsonRoute, first.next!.slice(origin.length))).json()) as Page;
		expect(second).toMatchObject({ next: null });
		expect(new Set([...first.events, ...second.events].map(({ id }) => id)).size).toBe(52);
	});

	it('answers a wrong page with 400 and any other method with 405', async () => {
		expect((await ask(jsonRoute, '/api/v1/events?after=x')).status).toBe(400);
		expect((await ask(jsonRoute, '/api/v1/events', 'fallback')).status).toBe(405);
	});
});

interface Page {
	events: { id: string }[];
	next: string | null;
}

async function ask(
	route: Record<'GET' | 'fallback', (event: never) => unknown>,
	path: string,
	method: 'GET' | 'fallback' = 'GET'
) {
	return (await route[method]({ url: new URL(origin + path), locals: { context: town.visitor } } as never)) as Response;
}
