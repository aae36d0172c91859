import { describe, expect, it } from 'vitest';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { signUp } from '../../../src/lib/server/signups/signups';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import {
	party,
	taken,
	resize,
	newCommand,
	town,
	listed,
	entries,
	withdraw,
	openEvent,
	eventId,
	freshTown
} from './signup-town';

freshTown();

describe('a sign-up', () => {
	it('is confirmed while the whole party fits', async () => {
		expect(await party(4)).toMatchObject({ ok: true, status: 'confirmed', position: null });
		expect(await taken()).toBe(4);
	});

	it('is waitlisted when the party does not fit, and no one passes the line', async () => {
		await party(3);
		expect(await party(2)).toMatchObject({ status: 'waitlisted', position: 1 });
		expect(await party(1), 'one place is free, but others are waiting').toMatchObject({
			status: 'waitlisted',
			position: 2
		});
		expect(await taken()).toBe(3);
	});

	it('of a party larger than the slot is refused, for it could wait for ever', async () => {
		expect(await party(5)).toMatchObject({ ok: false, refusal: 'party-larger-than-slot' });
		const { id } = await party(1);
		expect(await resize(id, 5)).toEqual({ ok: false, refusal: 'party-larger-than-slot' });
	});

	it('sent twice with the same id lands once', async () => {
		const command = newCommand(2);
		const first = await signUp(town.visitor, command);
		expect(await signUp(town.visitor, command)).toEqual(first);
		expect(await listed()).toHaveLength(1);
		expect(await entries('signUp')).toBe(1);
	});

	it('is in the trail of the unit whose event it is for', async () => {
		const { id } = await party(2);
		const { rows } = await town.ctx.db.$client.execute('select unit_id, detail from audit_entries where id = ?', [id]);
		expect(rows).toEqual([{ unit_id: town.units.town, detail: expect.stringContaining('"partySize":2') as string }]);
	});

	it('of the same phone for the same slot is told so and not doubled', async () => {
		await signUp(town.visitor, newCommand(1, '13900000001'));
		expect(await signUp(town.visitor, newCommand(1, '13900000001'))).toEqual({
			ok: false,
			refusal: 'already-signed-up'
		});
		expect(await listed()).toHaveLength(1);
		expect(await entries('signUp'), 'a refused act leaves no audit entry').toBe(1);
	});

	it('may be made again after it was withdrawn', async () => {
		const command = newCommand(1, '13900000001');
		await signUp(town.visitor, command);
		await withdraw(command.id);
		expect(await signUp(town.visitor, newCommand(1, '13900000001'))).toMatchObject({ status: 'confirmed' });
	});

	it('is refused once the slot has begun, for a draft, for a cancelled event and for a slot that does not exist', async () => {
		town.clock.setDate('2026-04-01', '09:00');
		expect(await party(1)).toMatchObject({ ok: false, refusal: 'slot-closed' });
		town.clock.setDate('2026-03-02');
		const draft = await openEvent(town, 4, { publish: false });
		expect(await signUp(town.visitor, { ...newCommand(1), slotId: draft.slotId })).toEqual({
			ok: false,
			refusal: 'slot-closed'
		});
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId, reason: '下大雨' });
		expect(await party(1)).toMatchObject({ ok: false, refusal: 'slot-closed' });
		expect((await signUp(town.visitor, { ...newCommand(1), slotId: town.ctx.newId() })).ok).toBe(false);
	});

	it('keeps name and phone sealed: the file holds neither in clear', async () => {
		const command = newCommand(1, '13912345678', '欧阳试名');
		await signUp(town.visitor, command);
		const rows = await town.ctx.db.$client.execute('select * from signups');
		expect(JSON.stringify(rows.rows)).not.toMatch(/13912345678|欧阳试名/);
		const { signup } = (await findSignup(town.ctx.db, command.id))!;
		expect(town.ctx.keys.open(signup.phoneSealed!, 'signups.phone', signup.id)).toBe('13912345678');
		expect(() => town.ctx.keys.open(signup.phoneSealed!, 'signups.phone', town.ctx.newId())).toThrow();
	});
});
