import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { correctSignup } from '../../../src/lib/server/signups/signup-corrections';
import { changeParty, withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { signUp, type SignUpCommand } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot, type OpenSlot } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let slot: OpenSlot;

beforeEach(async () => {
	town = await openTestTown();
	slot = await openSlot(town, 4);
});
afterEach(() => town.close());

const sent = { ok: false, refusal: 'form-sent-already' };

it('an id that did another act on the same record is no replay: the second act is refused, and can be done anew', async () => {
	const command = newSignup(town, slot.slotId, 2);
	await signUp(town.visitor, command);
	const change = { id: town.ctx.newId(), signupId: command.id, partySize: 1 };
	expect(await changeParty(town.visitor, change)).toEqual({ ok: true });
	const withdrawal = { id: change.id, signupId: command.id };
	expect(await withdrawSignup(town.visitor, withdrawal)).toEqual({ ok: false, refusal: 'form-stale' });
	expect((await findSignup(town.ctx.db, command.id))!.signup.status).toBe('confirmed');
	const correction = { ...withdrawal, name: '试改名', phone: null, companions: [] };
	expect(await correctSignup(town.visitor, correction)).toEqual({ ok: false, refusal: 'form-stale' });
	expect(await withdrawSignup(town.visitor, { ...withdrawal, id: town.ctx.newId() })).toEqual({ ok: true });
});

describe('a form sent before, and sent again', () => {
	it('unchanged answers as the first time, though the party has changed since and the slot has begun', async () => {
		const command = newSignup(town, slot.slotId, 2);
		const first = await signUp(town.visitor, command);
		const change = { id: town.ctx.newId(), signupId: command.id, partySize: 3 };
		expect(await changeParty(town.visitor, change)).toEqual({ ok: true });
		town.clock.setDate('2026-04-01', '10:00');
		expect(await signUp(town.visitor, command)).toEqual(first);
		expect(await changeParty(town.visitor, change)).toEqual({ ok: true });
		const another = { ...change, id: town.ctx.newId() };
		expect(await changeParty(town.visitor, another)).toEqual({ ok: false, refusal: 'slot-closed' });
		expect((await findSignup(town.ctx.db, command.id))!.signup.partySize).toBe(3);
	});

	it('with another phone, party or slot is told so: what was typed is not dropped in silence', async () => {
		const command = newSignup(town, slot.slotId, 1);
		await signUp(town.visitor, command);
		const elsewhere = await openSlot(town, 4);
		expect(await signUp(town.visitor, { ...command, phone: '13800000000' })).toEqual(sent);
		expect(await signUp(town.visitor, { ...command, partySize: 3 })).toEqual(sent);
		expect(await signUp(town.visitor, { ...command, slotId: elsewhere.slotId })).toEqual(sent);
		expect((await findSignup(town.ctx.db, command.id))!.signup).toMatchObject({ slotId: slot.slotId, partySize: 1 });
	});

	it('with another name, companion, helper, address or wish is told so as well, and stays as it was', async () => {
		const command = {
			...newSignup(town, slot.slotId, 2),
			acceptsSome: true,
			companions: ['试名乙'],
			helper: { name: '邻居甲', phone: null },
			email: 'a@example.cn'
		};
		expect(await signUp(town.visitor, command)).toMatchObject({ ok: true });
		expect(await signUp(town.visitor, { ...command })).toMatchObject({ ok: true });
		const changes: Partial<SignUpCommand>[] = [
			{ name: '试名丁' },
			{ companions: [] },
			{ companions: ['试名丙'] },
			{ helper: null },
			{ helper: { name: '邻居甲', phone: '13600001111' } },
			{ email: null },
			{ acceptsSome: false },
			{ villageId: null }
		];
		for (const change of changes)
			expect(await signUp(town.visitor, { ...command, ...change }), JSON.stringify(change)).toEqual(sent);
		const { signup } = (await findSignup(town.ctx.db, command.id))!;
		expect(town.ctx.keys.open(signup.nameSealed, 'signups.name', signup.id)).toBe(command.name);
	});

	it('with the id of another act signs no one up', async () => {
		const refused = { ok: false, refusal: 'form-stale' };
		expect(await signUp(town.visitor, { ...newSignup(town, slot.slotId), id: slot.eventId })).toEqual(refused);
	});
});

it('in a cancelled event a withdrawal moves no one up', async () => {
	const first = newSignup(town, slot.slotId, 4);
	const next = newSignup(town, slot.slotId, 1);
	await signUp(town.visitor, first);
	await signUp(town.visitor, next);
	await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: slot.eventId, reason: '下大雨' });
	expect(await withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId: first.id })).toEqual({ ok: true });
	expect((await findSignup(town.ctx.db, next.id))!.signup.status).toBe('waitlisted');
});
