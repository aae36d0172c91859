import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../src/lib/server/db/rules/migrate';
import { findSignup } from '../../src/lib/server/db/signups/signups';
import { listSignupsOfSlot } from '../../src/lib/server/db/signups/signup-lists';
import { cancelEvent } from '../../src/lib/server/events/publications';
import { recordAct } from '../../src/lib/server/record-act';
import { editSlot } from '../../src/lib/server/events/slot-edits';
import { signUp } from '../../src/lib/server/signups/signups';
import { changeParty } from '../../src/lib/server/signups/signup-changes';
import { withdrawSignup } from '../../src/lib/server/signups/signup-changes';
import { startLibsqlServer, type LibsqlServer } from './libsql-server';
import { countEntries, countPeople, newSignup, openSlot, slotTimes, type OpenSlot } from './events/open-slot';
import { openTestTown, openTownOnServer, type TestTown } from './test-town';

let opened: Partial<Record<string, Promise<TestTown>>> = {};
let server: LibsqlServer | undefined;

const open: Record<string, () => Promise<TestTown>> = {
	async server() {
		server = await startLibsqlServer();
		return openTownOnServer(server.url);
	},
	file: openTestTown
};

afterAll(async () => {
	for (const town of Object.values(opened)) await (await town?.catch(() => null))?.close();
	await server?.close();
	opened = {};
});

/** The same sentences hold wherever the database is. Without a server each of them fails: none is skipped. */
describe.each(Object.keys(open))('on a libSQL %s', (where) => {
	let town: TestTown;
	let slot: OpenSlot;

	beforeEach(async () => {
		town = await (opened[where] ??= open[where]!());
		town.clock.setDate('2026-03-02');
		slot = await openSlot(town, 4);
	});

	async function come(partySize: number) {
		const command = newSignup(town, slot.slotId, partySize);
		return { id: command.id, answer: await signUp(town.visitor, command) };
	}
	const leave = (signupId: string) => withdrawSignup(town.visitor, { id: town.ctx.newId(), signupId });
	const resize = (signupId: string, partySize: number) =>
		changeParty(town.visitor, { id: town.ctx.newId(), signupId, partySize });
	const edit = (change: { capacity?: number | null; endsAt?: number; reason?: string }) =>
		editSlot(town.as('zhou'), { id: town.ctx.newId(), ...slot, ...slotTimes, capacity: 4, ...change });
	const statusOf = async (id: string) => (await findSignup(town.ctx.db, id))!.signup.status;

	it('every migration has run once, and running them again changes nothing', async () => {
		const ran = async () => (await town.ctx.db.$client.execute('select hash from __drizzle_migrations')).rows.length;
		const before = await ran();
		await migrateDatabase(town.ctx.db, 'drizzle');
		expect(before).toBeGreaterThan(1);
		expect(await ran()).toBe(before);
		const { rows } = await town.ctx.db.$client.execute(
			"select count(*) as n from sqlite_master where type = 'trigger'"
		);
		expect(Number(rows[0]!.n)).toBeGreaterThan(30);
	});

	it('a sign-up is confirmed, the next ones wait, and a withdrawal moves the line up with an entry for each', async () => {
		const promotedBefore = await countEntries(town, 'promoteSignup');
		const first = await come(3);
		const second = await come(2);
		const third = await come(2);
		const fourth = await come(1);
		expect(first.answer).toEqual({ ok: true, status: 'confirmed', position: null, asked: 0 });
		expect(second.answer).toEqual({ ok: true, status: 'waitlisted', position: 1, asked: 0 });
		expect(fourth.answer).toEqual({ ok: true, status: 'waitlisted', position: 3, asked: 0 });
		expect(await leave(first.id)).toEqual({ ok: true });
		const statuses = (await listSignupsOfSlot(town.ctx.db, slot.slotId)).map(({ id, status }) => [id, status]);
		expect(statuses).toEqual([
			[second.id, 'confirmed'],
			[third.id, 'confirmed'],
			[fourth.id, 'waitlisted']
		]);
		expect(await countPeople(town, slot.slotId)).toEqual({ taken: 4, confirmed: 4 });
		expect((await countEntries(town, 'promoteSignup')) - promotedBefore).toBe(2);
	});

	it('more capacity moves the line up', async () => {
		await come(4);
		const waiting = await come(2);
		expect(await edit({ capacity: 6 })).toEqual({ ok: true });
		expect(await statusOf(waiting.id)).toBe('confirmed');
	});

	it('the same sign-up again, later or at the same time, answers the same and leaves no second entry', async () => {
		const before = await countEntries(town, 'signUp');
		const command = newSignup(town, slot.slotId, 2);
		const [first, twin] = await Promise.all([signUp(town.visitor, command), signUp(town.visitor, command)]);
		expect(first).toEqual({ ok: true, status: 'confirmed', position: null, asked: 0 });
		expect(twin).toEqual(first);
		expect(await signUp(town.visitor, command)).toEqual(first);
		expect((await countEntries(town, 'signUp')) - before).toBe(1);
		expect(await listSignupsOfSlot(town.ctx.db, slot.slotId)).toHaveLength(1);
	});

	it('the same withdrawal again changes nothing, and another one of the same sign-up is refused', async () => {
		const first = await come(2);
		const act = { id: town.ctx.newId(), signupId: first.id };
		const answers = await Promise.all([
			withdrawSignup(town.visitor, act),
			withdrawSignup(town.visitor, act),
			leave(first.id)
		]);
		const late = { ok: false, refusal: 'signup-withdrawn-already' };
		expect([
			[{ ok: true }, { ok: true }, late],
			[late, late, { ok: true }]
		]).toContainEqual(answers);
		expect(await countPeople(town, slot.slotId)).toEqual({ taken: 0, confirmed: 0 });
	});

	it('a phone that is on the list is told so, and leaves no entry', async () => {
		const before = await countEntries(town, 'signUp');
		const command = newSignup(town, slot.slotId);
		await signUp(town.visitor, command);
		const again = await signUp(town.visitor, { ...command, id: town.ctx.newId() });
		expect(again).toEqual({ ok: false, refusal: 'already-signed-up' });
		expect((await countEntries(town, 'signUp')) - before).toBe(1);
	});

	it('a party larger than the slot is refused, when it comes and when it grows', async () => {
		expect((await come(5)).answer).toEqual({ ok: false, refusal: 'party-larger-than-slot' });
		const { id } = await come(1);
		expect(await resize(id, 5)).toEqual({ ok: false, refusal: 'party-larger-than-slot' });
	});

	it('a slot that has begun, is cancelled or does not exist is refused', async () => {
		const { id } = await come(1);
		town.clock.setDate('2026-04-01', '09:00');
		expect((await come(1)).answer).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await leave(id)).toEqual({ ok: false, refusal: 'slot-closed' });
		town.clock.setDate('2026-03-02');
		await cancelEvent(town.as('zhou'), { id: town.ctx.newId(), eventId: slot.eventId, reason: '下大雨' });
		expect((await come(1)).answer).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await resize(id, 2)).toEqual({ ok: false, refusal: 'slot-closed' });
		expect(await signUp(town.visitor, newSignup(town, town.ctx.newId()))).toMatchObject({ ok: false });
	});

	it('a village that does not exist is refused: foreign keys are checked', async () => {
		const command = { ...newSignup(town, slot.slotId), villageId: town.ctx.newId() };
		expect(await signUp(town.visitor, command)).toEqual({ ok: false, refusal: 'village-unknown' });
		expect(await findSignup(town.ctx.db, command.id)).toBeNull();
	});

	it('an act that points to a record which is not there, or takes away one that is pointed to, is refused in words', async () => {
		const entries = () => countEntries(town, 'tryForeignKeys');
		const acting = (...statements: string[]) =>
			recordAct(
				town.as('zhou'),
				{ id: town.ctx.newId(), verb: 'tryForeignKeys', subject: { type: 'event', id: slot.eventId } },
				statements.map((text) => town.ctx.db.run(sql.raw(text)))
			);
		const refused = { ok: false, refusal: 'record-gone' };
		const { eventId, slotId } = slot;
		expect(await acting(`update events set unit_id = '${town.ctx.newId()}' where id = '${eventId}'`)).toEqual(refused);
		expect(await acting(`update slots set event_id = '${town.ctx.newId()}' where id = '${slotId}'`)).toEqual(refused);
		expect(await acting(`delete from events where id = '${eventId}'`)).toEqual(refused);
		expect(await entries(), 'no entry of what was refused').toBe(0);
	});

	it('a party grows only where there is room and no one waits', async () => {
		const first = await come(2);
		await come(1);
		expect(await resize(first.id, 4)).toEqual({ ok: false, refusal: 'slot-full' });
		await come(3);
		expect(await resize(first.id, 3)).toEqual({ ok: false, refusal: 'others-are-waiting' });
		await leave(first.id);
		expect(await resize(first.id, 1)).toEqual({ ok: false, refusal: 'signup-withdrawn' });
	});

	it('a slot is never made smaller than what is taken, nor to end before it starts', async () => {
		await come(3);
		expect(await edit({ capacity: 2 })).toEqual({ ok: false, refusal: 'capacity-below-taken' });
		expect(await edit({ endsAt: slotTimes.startsAt, reason: '改期' })).toEqual({
			ok: false,
			refusal: 'end-before-start'
		});
	});

	it('a hundred at once fill twenty places exactly, and the others wait in order of arrival', async () => {
		const { slotId } = await openSlot(town, 20);
		const answers = await Promise.all(Array.from({ length: 100 }, () => signUp(town.visitor, newSignup(town, slotId))));
		expect(answers.filter((answer) => !answer.ok)).toEqual([]);
		expect(answers.filter((answer) => answer.ok && answer.status === 'confirmed')).toHaveLength(20);
		const list = await listSignupsOfSlot(town.ctx.db, slotId);
		expect(list.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
		expect(list.map(({ status }) => status === 'confirmed')).toEqual(Array.from({ length: 100 }, (_, i) => i < 20));
		expect(list.slice(20).map(({ position }) => position)).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
		expect(await countPeople(town, slotId)).toEqual({ taken: 20, confirmed: 20 });
	}, 120_000);
});
