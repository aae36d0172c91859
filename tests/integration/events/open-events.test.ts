import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { cancelEvent, createEvent } from '../../../src/lib/server/events/events';
import { signUp } from '../../../src/lib/server/signups/signups';
import { editSlot } from '../../../src/lib/server/events/slots';
import * as shortRoute from '../../../src/routes/(public)/e/[number]/+server';
import * as fileRoute from '../../../src/routes/(public)/events/[id=id]/event.ics/+server';
import * as jsonRoute from '../../../src/routes/api/v1/events/+server';
import * as feedRoute from '../../../src/routes/api/v1/events.ics/+server';
import { newSignup, openSlot, slotTimes } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;

beforeEach(async () => {
	town = await openTestTown();
});
afterEach(() => town.close());

const origin = 'https://xinfeng.example.cn';

describe('the short address', () => {
	it('leads to the event’s page by its number, counted from 1', async () => {
		const first = await openSlot(town, 5);
		const second = await openSlot(town, 5);
		expect(await short('1')).toBe(`/events/${first.eventId}`);
		expect(await short('2')).toBe(`/events/${second.eventId}`);
	});

	it('of a draft, an unknown event or what is no number is not found', async () => {
		await draft('未发布');
		for (const number of ['1', '2', '0', '-1', '01', '1.0', 'abc', '99999999999'])
			expect(await short(number)).toBe(404);
	});
});

describe('the calendar file', () => {
	it('has one entry with a stable UID, in UTC, lines ended by CRLF and folded at 75 octets', async () => {
		const { eventId } = await openSlot(town, 5);
		const answer = await file(eventId);
		expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(answer.headers.get('content-disposition')).toBe('attachment; filename="event-1.ics"');
		const text = await answer.text();
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text).toContain(`UID:${eventId}@xinfeng\r\n`);
		expect(text).toContain('DTSTART:20260401T010000Z\r\nDTEND:20260401T030000Z');
		expect(text).toContain('LOCATION:文化广场');
		expect(text).toContain(`URL;VALUE=URI:${origin}/e/1`);
	});

	it('grows in SEQUENCE and LAST-MODIFIED when the event moves, under the same UID', async () => {
		const { eventId, slotId } = await openSlot(town, 5);
		const before = await (await file(eventId)).text();
		town.clock.advance(3_600_000);
		const later = { startsAt: instantOf('2026-04-02', '09:00'), endsAt: instantOf('2026-04-02', '11:00'), capacity: 5 };
		await editSlot(town.as('zhou'), { id: town.ctx.newId(), eventId, slotId, ...later });
		const after = await (await file(eventId)).text();
		const read = (text: string, name: string) => new RegExp(`${name}:(.*)\r\n`).exec(text)![1]!;
		expect(Number(read(after, 'SEQUENCE'))).toBeGreaterThan(Number(read(before, 'SEQUENCE')));
		expect(read(after, 'LAST-MODIFIED') > read(before, 'LAST-MODIFIED')).toBe(true);
		expect(read(after, 'UID')).toBe(read(before, 'UID'));
		expect(read(after, 'DTSTART')).toBe('20260402T010000Z');
	});

	it('of a draft is not found', async () => {
		await expect(file(await draft('未发布'))).rejects.toSatisfy((thrown) => isHttpError(thrown, 404));
	});
});

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

async function draft(title: string): Promise<string> {
	const id = town.ctx.newId();
	const slots = [{ id: town.ctx.newId(), ...slotTimes, capacity: null }];
	await createEvent(town.as('zhou'), {
		id,
		unitId: town.units.town,
		kind: 'meeting',
		topic: null,
		title,
		place: '会议室',
		description: '',
		partner: '',
		contactPhone: '02371234567',
		slots
	});
	return id;
}

async function short(number: string): Promise<string | number> {
	try {
		await shortRoute.GET({ params: { number }, locals: { context: town.visitor } } as never);
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	}
	throw new Error('the short address answered nothing');
}

async function file(id: string): Promise<Response> {
	const url = new URL(`${origin}/events/${id}/event.ics`);
	return fileRoute.GET({ params: { id }, url, locals: { context: town.visitor } } as never);
}

async function ask(
	route: Record<'GET' | 'fallback', (event: never) => unknown>,
	path: string,
	method: 'GET' | 'fallback' = 'GET'
) {
	return (await route[method]({ url: new URL(origin + path), locals: { context: town.visitor } } as never)) as Response;
}
