import { afterAll, beforeEach, describe, expect, it, test } from 'vitest';
import { recordActivity } from '../../../src/lib/server/activities/activities';
import { declareBanquet } from '../../../src/lib/server/banquets/banquets';
import { declareOwnBanquet } from '../../../src/lib/server/banquets/household-declarations';
import { findSignup } from '../../../src/lib/server/db/signups/signups';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newBanquet } from '../banquets/new-banquet';
import { newSignup, openSlot } from '../events/open-slot';
import { startLibsqlServer, type LibsqlServer } from '../libsql-server';
import { answering, send } from '../sent-form';
import { openTestTown, openTownOnServer, type TestTown } from '../test-town';

const sentAlready = { ok: false, refusal: 'form-sent-already' };

let opened: Partial<Record<string, Promise<TestTown>>> = {};
let server: LibsqlServer | undefined;

const open: Record<string, () => Promise<TestTown>> = {
	file: openTestTown,
	async server() {
		server = await startLibsqlServer();
		return openTownOnServer(server.url);
	}
};

afterAll(async () => {
	for (const town of Object.values(opened)) await (await town?.catch(() => null))?.close();
	await server?.close();
	opened = {};
});

describe.each(Object.keys(open))('a form sent again on a libSQL %s', (where) => {
	let town: TestTown;

	beforeEach(async () => {
		town = await (opened[where] ??= open[where]!());
		town.clock.setDate('2026-03-02');
	});

	const newId = () => town.ctx.newId();
	const count = async (table: string, id: string) =>
		Number((await town.ctx.db.$client.execute(`select count(*) as n from ${table} where id = ?`, [id])).rows[0]!.n);
	const meeting = () => ({
		...{ id: newId(), unitId: town.units.sanxing, kind: 'villagers-meeting' as const, doneOn: '2026-02-20' },
		...{ quantity: 1, subject: '学习村规民约', place: '村委会', audience: '', result: '', responsible: '刘测试' },
		...{ evidence: '', note: '' }
	});
	const own = () => ({
		...{
			id: newId(),
			unitId: town.units.sanxing,
			hostName: '张试办',
			hostPhone: `138${String(Math.random()).slice(2, 10)}`
		},
		...({ occasion: 'longevity', plannedOn: '2026-03-22', meals: 2, tablesPlanned: 30 } as const),
		...{ venue: '', caterer: '', hasRead: true }
	});

	it('with the same contents is written once and answers as the first time; with others it is refused', async () => {
		const form = meeting();
		const cadre = town.as('liu');
		expect(await send(recordActivity, cadre, form)).toEqual({ ok: true, activityId: form.id });
		expect(await send(recordActivity, cadre, { ...form })).toEqual({ ok: true, activityId: form.id });
		expect(await send(recordActivity, cadre, { ...form, subject: '商量办席的事' })).toEqual(sentAlready);
		const anew = { ...form, id: newId(), subject: '商量办席的事' };
		expect(await send(recordActivity, cadre, anew), 'under a fresh id it is written').toMatchObject({ ok: true });
		expect([await count('activities', form.id), await count('activities', anew.id)]).toEqual([1, 1]);
	});

	it('at the same moment with other contents leaves one record, and one of the two learns of it', async () => {
		const form = meeting();
		const cadre = town.as('liu');
		const both = [form, { ...form, place: '文化广场' }].map((one) => send(recordActivity, cadre, one));
		expect((await Promise.all(both)).toSorted((one) => (one.ok ? -1 : 1))).toEqual([
			{ ok: true, activityId: form.id },
			sentAlready
		]);
		const twice = { ...form, id: newId() };
		const done = { ok: true, activityId: twice.id };
		const taps = [twice, twice].map((one) => send(recordActivity, cadre, one));
		expect(await Promise.all(taps), 'a double tap').toEqual([done, done]);
		expect(await count('activities', twice.id)).toBe(1);
	});

	it('of a sign-up, of a household and of a cadre says that what it says now is not written', async () => {
		const { slotId } = await openSlot(town, 4);
		const signup = newSignup(town, slotId, 1);
		const first = await send(signUp, town.visitor, signup);
		expect(await send(signUp, town.visitor, signup)).toEqual(first);
		expect(await send(signUp, town.visitor, { ...signup, mayHandOver: true })).toEqual(sentAlready);
		expect(await send(signUp, town.visitor, { ...signup, name: '试名改' })).toEqual(sentAlready);
		expect((await findSignup(town.ctx.db, signup.id))!.signup.partySize).toBe(1);

		const banquet = own();
		const declared = await send(declareOwnBanquet, town.visitor, banquet);
		expect(declared).toMatchObject({ ok: true });
		expect(await send(declareOwnBanquet, town.visitor, banquet)).toEqual(declared);
		expect(await send(declareOwnBanquet, town.visitor, { ...banquet, tablesPlanned: 20 })).toEqual(sentAlready);

		const found = newBanquet(town, { hostPhone: '13900000077' });
		expect(await send(declareBanquet, town.as('liu'), found)).toMatchObject({ ok: true });
		expect(await send(declareBanquet, town.as('liu'), { ...found, tablesPlanned: 3 })).toEqual(sentAlready);
	});
});

test('the digest is keyed, bound to the id, knows the files, and is none of another act', async () => {
	const town = await openTestTown();
	const id = town.ctx.newId();
	const of = (ctx = town.ctx, form: object = { id, a: 1 }, files = {}) => answering(ctx, form, files).formDigest!(id);
	const otherKeys = { ...town.ctx, keys: { ...town.ctx.keys, blindIndex: (text: string) => `${text} by another key` } };
	const other = town.ctx.newId();
	expect(await of()).toMatch(/^[\w-]{6}$/);
	expect(await of(town.ctx, { a: 1, id })).toBe(await of());
	expect(await of(otherKeys)).not.toBe(await of());
	expect(await answering(town.ctx, { id: other, a: 1 }).formDigest!(other)).not.toBe(await of());
	expect(await answering(town.ctx, { id, a: 1 }).formDigest!(other)).toBeNull();
	const parts = (texts: string) => answering(town.ctx, { texts: { id: other, texts }, runs: { id, a: 1 } });
	expect(await parts('甲').formDigest!(id), 'each part of a form has its own').toBe(await of());
	expect(await parts('甲').formDigest!(other)).not.toBe(await parts('乙').formDigest!(other));
	const file = (text: string) => ({ file: new Blob([text]) });
	expect(await of(town.ctx, { id, a: 1 }, file('甲'))).not.toBe(await of(town.ctx, { id, a: 1 }, file('乙')));
	expect(await of(town.ctx, { id, a: 1 }, file('甲'))).toBe(await of(town.ctx, { id, a: 1 }, file('甲')));
	await town.close();
});
