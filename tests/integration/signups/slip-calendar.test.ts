import { isHttpError } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { grantSlip } from '../../../src/lib/server/signups/slip-cookie';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp } from '../../../src/lib/server/signups/signups';
import { addSlot } from '../../../src/lib/server/events/slots';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import * as route from '../../../src/routes/(public)/slip/[id=id]/slot.ics/+server';
import { newSignup, openSlot, type OpenSlot } from '../events/open-slot';
import { cookieJar } from '../page-visit';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let slot: OpenSlot;
beforeEach(async () => {
	town = await openTestTown();
	slot = await openSlot(town, 2);
});
afterEach(() => town.close());

describe('the calendar file of a slip', () => {
	it('is one’s own slot alone, under the id of the sign-up', async () => {
		const other = town.ctx.newId();
		const span = { startsAt: instantOf('2026-04-03', '09:00'), endsAt: instantOf('2026-04-03', '11:00') };
		await addSlot(town.as('zhou'), { id: other, eventId: slot.eventId, ...span, capacity: null });
		const id = await come(other);
		const text = await (await file(id)).text();
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(text).toContain(`UID:${id}@xinfeng`);
		expect(text).toContain('DTSTART:20260403T010000Z\r\nDTEND:20260403T030000Z');
	});

	it('says so once the sign-up is withdrawn, with a higher SEQUENCE', async () => {
		const id = await come(slot.slotId);
		const sequenceOf = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)![1]);
		const before = await (await file(id)).text();
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: id });
		const after = await (await file(id)).text();
		expect(after).toContain('STATUS:CANCELLED');
		expect(sequenceOf(after)).toBeGreaterThan(sequenceOf(before));
	});

	it('is there for the holder alone, and not for a party that waits', async () => {
		const isMissing = (thrown: unknown) => isHttpError(thrown, 404);
		const id = await come(slot.slotId, 2);
		await expect(file(id, false)).rejects.toSatisfy(isMissing);
		await expect(file(await come(slot.slotId))).rejects.toSatisfy(isMissing);
	});
});

async function come(slotId: string, partySize = 1): Promise<string> {
	const command = newSignup(town, slotId, partySize);
	expect(await signUp(town.visitor, command)).toMatchObject({ ok: true });
	return command.id;
}

async function file(id: string, isHolder = true): Promise<Response> {
	const cookies = cookieJar();
	if (isHolder) grantSlip(cookies, town.ctx.keys, id, town.ctx.now(), false);
	const url = new URL(`https://xinfeng.example.cn/slip/${id}/slot.ics`);
	return route.GET({ params: { id }, url, cookies, locals: { context: town.visitor } } as never);
}
