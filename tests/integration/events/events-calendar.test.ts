import { describe, expect, it } from 'vitest';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import * as feedRoute from '../../../src/routes/api/v1/events.ics/+server';
import { openSlot } from './open-slot';
import { ask, town, draft, freshTown } from './open-drafts';

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
