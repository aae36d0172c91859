import { describe, expect, it } from 'vitest';
import { isHttpError } from '@sveltejs/kit';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import * as fileRoute from '../../../src/routes/(public)/events/[id=id]/event.ics/+server';
import { addSlot } from '../../../src/lib/server/events/slots';
import * as feedRoute from '../../../src/routes/api/v1/events.ics/+server';
import { openSlot } from './open-slot';
import { ask, town, draft, origin, freshTown } from './open-drafts';

freshTown();

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

	it('of an event on two days has an entry for each, here and in the feed, under UIDs that stay', async () => {
		const { eventId, slotId } = await openSlot(town, 5);
		const [second, third] = [town.ctx.newId(), town.ctx.newId()];
		const times = (on: string, from: string, to: string) => ({
			startsAt: instantOf(on, from),
			endsAt: instantOf(on, to),
			capacity: null
		});
		const add = (slot: string, span: ReturnType<typeof times>) =>
			addSlot(town.as('zhou'), { id: slot, eventId, ...span });
		await add(second, times('2026-04-03', '09:00', '11:00'));
		await add(third, times('2026-04-03', '22:00', '23:00'));
		const spans = async () => {
			const texts = [await (await file(eventId)).text(), await (await ask(feedRoute, '/api/v1/events.ics')).text()];
			expect(texts.map(entriesOf)[0]).toEqual(entriesOf(texts[1]!));
			return entriesOf(texts[0]!);
		};
		expect(await spans()).toEqual([
			[`${eventId}@xinfeng`, '20260401T010000Z', '20260401T030000Z'],
			[`${second}@xinfeng`, '20260403T010000Z', '20260403T150000Z']
		]);
		const moved = times('2026-04-05', '09:00', '11:00');
		await editSlot(town.as('zhou'), { id: town.ctx.newId(), eventId, slotId, ...moved });
		expect(await spans()).toEqual([
			[`${second}@xinfeng`, '20260403T010000Z', '20260403T150000Z'],
			[`${eventId}@xinfeng`, '20260405T010000Z', '20260405T030000Z']
		]);
	});

	it('of a draft is not found', async () => {
		await expect(file(await draft('未发布'))).rejects.toSatisfy((thrown) => isHttpError(thrown, 404));
	});
});

/** UID, start and end of each entry, in order of time. */
const entriesOf = (text: string) =>
	[...text.matchAll(/UID:(.*)\r\n[^]*?DTSTART:(.*)\r\nDTEND:(.*)\r\n/g)]
		.map(([, uid, start, end]) => [uid, start, end])
		.sort((a, b) => a[1]!.localeCompare(b[1]!));

async function file(id: string): Promise<Response> {
	const url = new URL(`${origin}/events/${id}/event.ics`);
	return fileRoute.GET({ params: { id }, url, locals: { context: town.visitor } } as never);
}
