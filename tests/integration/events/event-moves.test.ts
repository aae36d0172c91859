import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { listEventChanges } from '../../../src/lib/server/db/events/event-changes';
import { readPublicEvent } from '../../../src/lib/server/db/events/public-event';
import { listUpcomingEvents } from '../../../src/lib/server/db/events/public-events';
import { editEvent } from '../../../src/lib/server/events/event-edits';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { editSlot } from '../../../src/lib/server/events/slot-edits';
import { newSignup, openSlot, slotTimes, type OpenSlot } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let zhou: Context;
let open: OpenSlot;

beforeEach(async () => {
	town = await openTestTown();
	zhou = town.as('zhou');
	open = await openSlot(town, 20);
});
afterEach(() => town.close());

const later = { startsAt: instantOf('2026-04-02', '09:00'), endsAt: instantOf('2026-04-02', '11:00') };

describe('moving a published event that people signed up for', () => {
	it('needs a reason, which is kept with before and after', async () => {
		await signUp(town.visitor, newSignup(town, open.slotId));
		expect(await move(later)).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await move(later, '场地漏雨')).toEqual({ ok: true });
		expect(await listEventChanges(town.ctx.db, open.eventId)).toMatchObject([
			{
				slotId: open.slotId,
				placeBefore: null,
				reason: '场地漏雨',
				byId: town.accounts.zhou.id,
				startsBefore: slotTimes.startsAt,
				endsBefore: slotTimes.endsAt,
				startsAfter: later.startsAt,
				endsAfter: later.endsAt
			}
		]);
	});

	it('to another place needs one too; the latest move comes first, and lists mark it', async () => {
		await signUp(town.visitor, newSignup(town, open.slotId));
		expect(await relocate('党群服务中心')).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await relocate('党群服务中心', '广场在修')).toEqual({ ok: true });
		expect(await relocate('小学操场', '人多坐不下')).toEqual({ ok: true });
		const changes = await listEventChanges(town.ctx.db, open.eventId);
		expect(changes.map(({ placeBefore, placeAfter, slotId }) => [placeBefore, placeAfter, slotId])).toEqual([
			['党群服务中心', '小学操场', null],
			['文化广场', '党群服务中心', null]
		]);
		const page = (await readPublicEvent(town.ctx.db, open.eventId))!;
		expect(page.changes).toEqual(changes.map(({ eventId: _, at: __, byId: ___, ...shown }) => shown));
		const {
			rows: [listed]
		} = await listUpcomingEvents(town.ctx.db, { now: zhou.now(), size: 1 });
		expect(listed!.movedAt).toBe(zhou.now());
	});

	it('needs none where only words or places change, where everyone has withdrawn, or no one signed up yet', async () => {
		expect(await move(later)).toEqual({ ok: true });
		const signup = newSignup(town, open.slotId);
		await signUp(town.visitor, signup);
		expect(await editSlot(zhou, { id: town.ctx.newId(), ...open, ...later, capacity: 30 })).toEqual({ ok: true });
		await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: signup.id });
		expect(await move(slotTimes)).toEqual({ ok: true });
		expect(await listEventChanges(town.ctx.db, open.eventId)).toEqual([]);
	});

	it('is told to those who wait as well', async () => {
		await editSlot(zhou, { id: town.ctx.newId(), ...open, ...slotTimes, capacity: 1 });
		await signUp(town.visitor, newSignup(town, open.slotId));
		const waiting = newSignup(town, open.slotId);
		await signUp(town.visitor, waiting);
		expect(await move(later, '', 1)).toEqual({ ok: false, refusal: 'reason-missing' });
	});

	it('sent twice is one move', async () => {
		await signUp(town.visitor, newSignup(town, open.slotId));
		const command = { id: town.ctx.newId(), ...open, ...later, capacity: 20, reason: '场地漏雨' };
		expect(await editSlot(zhou, command)).toEqual({ ok: true });
		expect(await editSlot(zhou, command)).toEqual({ ok: true });
		expect(await listEventChanges(town.ctx.db, open.eventId)).toHaveLength(1);
	});

	it('is refused by the schema itself when no reason is written down, by whatever path', async () => {
		await signUp(town.visitor, newSignup(town, open.slotId));
		const { execute } = {
			execute: (sql: string, args: (string | number)[]) => town.ctx.db.$client.execute({ sql, args })
		};
		await expect(execute('update slots set starts_at = starts_at - 1 where id = ?', [open.slotId])).rejects.toThrow(
			'refusal:reason-missing'
		);
		await expect(execute("update events set place = '别处' where id = ?", [open.eventId])).rejects.toThrow(
			'refusal:reason-missing'
		);
		await expect(execute('update events set number = 99 where id = ?', [open.eventId])).rejects.toThrow('posters');
	});
});

function move(times: { startsAt: number; endsAt: number }, reason = '', capacity = 20) {
	return editSlot(zhou, { id: town.ctx.newId(), ...open, ...times, capacity, reason });
}

function relocate(place: string, reason = '') {
	return editEvent(zhou, {
		id: town.ctx.newId(),
		eventId: open.eventId,
		unitId: town.units.town,
		kind: 'performance',
		topic: null,
		title: '无偿献血',
		place,
		description: '',
		partner: '',
		contactPhone: '02371234567',
		reason
	});
}
