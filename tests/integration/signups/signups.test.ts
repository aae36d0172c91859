import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorId } from '../../../src/lib/domain/people/actor';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { findSignup, listSignupsOfSlot } from '../../../src/lib/server/db/signups/signups';
import { changeParty, signUp, withdrawSignup } from '../../../src/lib/server/signups/signups';
import { cancelEvent, createEvent, publishEvent } from '../../../src/lib/server/events/events';
import { actAs } from '../../../src/lib/server/context';
import { newSignup } from '../events/open-slot';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { correctSignup } from '../../../src/lib/server/signups/signup-corrections';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let slotId: string;
let eventId: string;

beforeEach(async () => {
	town = await openTestTown();
	({ slotId, eventId } = await openEvent(town, 4));
});
afterEach(() => town.close());

describe('a sign-up', () => {
	it('is confirmed while the whole party fits', async () => {
		expect(await party(4)).toMatchObject({ ok: true, place: 'confirmed', position: null });
		expect(await taken()).toBe(4);
	});

	it('is waitlisted when the party does not fit, and no one passes the line', async () => {
		await party(3);
		expect(await party(2)).toMatchObject({ place: 'waitlisted', position: 1 });
		expect(await party(1), 'one place is free, but others are waiting').toMatchObject({
			place: 'waitlisted',
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
		expect(await signUp(town.visitor, newCommand(1, '13900000001'))).toMatchObject({ place: 'confirmed' });
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

describe('when places come free', () => {
	it('the head of the line moves up in the same write, as far as whole parties fit', async () => {
		const first = await party(3);
		await party(1);
		const two = await party(2);
		const alsoTwo = await party(2);
		const one = await party(1);
		await withdraw(first.id);
		expect(await placeOf(two.id)).toBe('confirmed');
		expect(await placeOf(alsoTwo.id), 'one place is left: the next party of two does not fit').toBe('waitlisted');
		expect(await placeOf(one.id), 'and no one passes it').toBe('waitlisted');
		expect(await taken()).toBe(3);
		expect(await entries('promoteSignup')).toBe(1);
	});

	it('several parties move up at once', async () => {
		const first = await party(4);
		const waiting = [await party(1), await party(2), await party(1), await party(1)];
		await withdraw(first.id);
		expect(await Promise.all(waiting.map(({ id }) => placeOf(id)))).toEqual([
			'confirmed',
			'confirmed',
			'confirmed',
			'waitlisted'
		]);
	});

	it('a smaller party lets the line move up', async () => {
		const first = await party(4);
		const next = await party(2);
		expect(await resize(first.id, 2)).toEqual({ ok: true });
		expect(await placeOf(next.id)).toBe('confirmed');
	});

	it('a waiting party that leaves lets the one behind it in', async () => {
		await party(3);
		const two = await party(2);
		const one = await party(1);
		await withdraw(two.id);
		expect(await placeOf(one.id)).toBe('confirmed');
	});

	it('withdrawing twice frees the places once', async () => {
		const first = await party(2);
		await party(2);
		await withdraw(first.id);
		await withdraw(first.id);
		expect(await taken()).toBe(2);
		expect(await entries('withdrawSignup')).toBe(1);
	});
});

describe('changing a party', () => {
	it('to more people needs room, and the party stays as it was without', async () => {
		const first = await party(2);
		await party(1);
		expect(await resize(first.id, 4)).toEqual({ ok: false, refusal: 'slot-full' });
		expect((await findSignup(town.ctx.db, first.id))!.signup.partySize).toBe(2);
		expect(await resize(first.id, 3)).toEqual({ ok: true });
		expect(await taken()).toBe(4);
	});

	it('to more people does not pass those who wait', async () => {
		const first = await party(2);
		await party(1);
		await party(2);
		expect(await resize(first.id, 3)).toEqual({ ok: false, refusal: 'others-are-waiting' });
	});

	it('of a withdrawn sign-up is refused', async () => {
		const first = await party(2);
		await withdraw(first.id);
		expect(await resize(first.id, 1)).toEqual({ ok: false, refusal: 'signup-withdrawn' });
	});
});

describe('rights', () => {
	it('a cadre of another village may not touch a sign-up', async () => {
		const own = await openEvent(town, 4, { unitId: town.units.sanxing });
		const command = { ...newCommand(1), slotId: own.slotId };
		await signUp(town.visitor, command);
		const act = { id: town.ctx.newId(), signupId: command.id };
		expect(await withdrawSignup(town.as('he'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawSignup(town.as('mei'), act)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await withdrawSignup(town.as('liu'), act)).toEqual({ ok: true });
	});
});

describe('three hundred at once', () => {
	it('fill fifty places exactly; all others wait in order of arrival', async () => {
		({ slotId, eventId } = await openEvent(town, 50));
		const answers = await Promise.all(Array.from({ length: 300 }, () => party(1)));
		expect(answers.filter((answer) => answer.ok && answer.place === 'confirmed')).toHaveLength(50);
		const list = await listed();
		expect(list.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
		expect(list.slice(0, 50).every(({ place }) => place === 'confirmed')).toBe(true);
		expect(list.slice(50).map(({ position }) => position)).toEqual(Array.from({ length: 250 }, (_, i) => i + 1));
		expect(await taken()).toBe(50);
	});

	it('would oversell if places were read first and written after, without the guard', async () => {
		({ slotId, eventId } = await openEvent(town, 50));
		const { db } = town.ctx;
		await db.$client.execute('create table unguarded (slot_id text, people integer)');
		const naive = async () => {
			const used = await db.$client.execute('select coalesce(sum(people), 0) as used from unguarded');
			await new Promise((resolve) => setImmediate(resolve));
			if (Number(used.rows[0]!.used) + 1 <= 50)
				await db.$client.execute('insert into unguarded values (?, 1)', [slotId]);
		};
		await Promise.all(Array.from({ length: 300 }, naive));
		const sold = await db.$client.execute('select sum(people) as sold from unguarded');
		expect(Number(sold.rows[0]!.sold)).toBeGreaterThan(50);
	});

	it('and the schema refuses what the naive way would write', async () => {
		({ slotId, eventId } = await openEvent(town, 1));
		const { id } = await party(1);
		const raw = town.ctx.db.$client;
		await expect(raw.execute('update slots set taken = 2 where id = ?', [slotId])).rejects.toThrow(
			/slots_taken_within_capacity/
		);
		const copy = `insert into signups (id, slot_id, seq, rank, place, party_size, granted, name_sealed, phone_sealed, phone_index, code, at)
			select ?, slot_id, 99, 99, 'confirmed', 1, 1, name_sealed, phone_sealed, 'other', code, at from signups where id = ?`;
		await expect(raw.execute(copy, [town.ctx.newId(), id])).rejects.toThrow(/slots_taken_within_capacity/);
		await expect(raw.execute('delete from signups')).rejects.toThrow(/never deleted/);
	});
});

let phones = 0;

function newCommand(partySize: number, phone = `137${String(++phones).padStart(8, '0')}`, name = '试名甲') {
	return { id: town.ctx.newId(), slotId, name, phone, villageId: town.units.sanxing, partySize };
}

async function party(people: number) {
	const command = newCommand(people);
	return { ...(await signUp(town.visitor, command)), id: command.id } as Awaited<ReturnType<typeof signUp>> & {
		id: string;
	};
}

it('a slip is changed by its holder or by staff of the unit, not by someone who only knows its id', async () => {
	const command = newSignup(town, slotId);
	await signUp(town.visitor, command);
	const act = () => ({ id: town.ctx.newId(), signupId: command.id });
	const refused = { ok: false, refusal: 'not-your-unit' };
	for (const slips of [undefined, [town.ctx.newId()]]) {
		const stranger = actAs(town.ctx, { kind: 'visitor', slips });
		expect(await withdrawSignup(stranger, act())).toEqual(refused);
		expect(await changeParty(stranger, { ...act(), partySize: 2 })).toEqual(refused);
		const change = { name: '试改名', phone: null, companions: [] };
		expect(await correctSignup(stranger, { ...act(), ...change })).toEqual(refused);
		expect(await answerQuestions(stranger, { ...act(), answers: [] })).toEqual(refused);
	}
	const holder = actAs(town.ctx, { kind: 'visitor', slips: [command.id] });
	expect(await changeParty(holder, { ...act(), partySize: 2 })).toEqual({ ok: true });
	expect(await withdrawSignup(holder, act())).toEqual({ ok: true });
});

const withdraw = (signupId: string) => withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId });
const resize = (signupId: string, partySize: number) =>
	changeParty(town.visitor, { id: town.ctx.newId(), signupId, partySize });
const listed = () => listSignupsOfSlot(town.ctx.db, slotId);
const placeOf = async (id: string) => (await findSignup(town.ctx.db, id))!.signup.place;

async function taken(): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute('select taken from slots where id = ?', [slotId]);
	return Number(rows[0]!.taken);
}

async function entries(verb: string): Promise<number> {
	const { rows } = await town.ctx.db.$client.execute('select count(*) as n from audit_entries where verb = ?', [verb]);
	return Number(rows[0]!.n);
}

async function openEvent(at: TestTown, capacity: number | null, { publish = true, unitId = at.units.town } = {}) {
	const ctx: Context = at.as('zhou');
	expect(actorId(ctx.actor)).not.toBeNull();
	const eventId = ctx.newId();
	const slotId = ctx.newId();
	const created = await createEvent(ctx, {
		id: eventId,
		unitId,
		kind: 'performance',
		topic: null,
		title: '无偿献血',
		place: '文化广场',
		description: '',
		partner: '',
		contactPhone: '02371234567',
		slots: [
			{ id: slotId, startsAt: instantOf('2026-04-01', '09:00'), endsAt: instantOf('2026-04-01', '11:00'), capacity }
		]
	});
	expect(created.ok).toBe(true);
	if (publish) expect((await publishEvent(ctx, { id: ctx.newId(), eventId })).ok).toBe(true);
	return { eventId, slotId };
}
