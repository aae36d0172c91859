import { describe, expect, it } from 'vitest';
import { isHttpError } from '@sveltejs/kit';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import * as fileRoute from '../../../src/routes/(public)/events/[id=id]/event.ics/+server';
import { openSlot } from './open-slot';
import { town, draft, origin, freshTown } from './open-drafts';

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

	it('of a draft is not found', async () => {
		await expect(file(await draft('未发布'))).rejects.toSatisfy((thrown) => isHttpError(thrown, 404));
	});
});

async function file(id: string): Promise<Response> {
	const url = new URL(`${origin}/events/${id}/event.ics`);
	return fileRoute.GET({ params: { id }, url, locals: { context: town.visitor } } as never);
}
