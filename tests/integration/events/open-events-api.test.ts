import { describe, expect, it } from 'vitest';
import { signUp } from '../../../src/lib/server/signups/signups';
import * as jsonRoute from '../../../src/routes/api/v1/events/+server';
import { newSignup, openSlot } from './open-slot';
import { ask, town, draft, origin, freshTown } from './open-drafts';

freshTown();

describe('GET /api/v1/events', () => {
	it('says when, where, how many places are free and in which state, and nothing of people, nor how many are signed up', async () => {
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
