import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerQuestions } from '../../../src/lib/server/signups/answers';
import { readEventAnswers } from '../../../src/lib/server/signups/event-answers';
import type { Context } from '../../../src/lib/server/context';
import { listSignupsOfSlot } from '../../../src/lib/server/db/signups/signup-lists';
import { findSlipByCode } from '../../../src/lib/server/db/signups/slips';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { addQuestion } from '../../../src/lib/server/events/questions';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { createWriter, type Writer } from '../../../src/lib/server/db/writer';
import { openDatabase } from '../../../src/lib/server/db/client';
import { signUp } from '../../../src/lib/server/signups/signups';
import { withdrawSignup } from '../../../src/lib/server/signups/signup-changes';
import { countEntries, countPeople, newSignup, openSlot, slotTimes } from '../events/open-slot';
import { planOf } from '../query-plan';
import { openTestTown, type TestTown } from '../test-town';

const day = 24 * 3600 * 1000;
const words = { name: '试名甲', companions: ['试同来'], email: 'shi@example.invalid' };
let town: TestTown;
let eventId: string;
let slotId: string;
const id = () => town.ctx.newId();
const erase = (ctx: Context = town.ctx) => erasePersonalData(ctx);
const run = (sql: string) => town.ctx.db.$client.execute(sql);

beforeEach(async () => {
	town = await openTestTown();
	({ eventId, slotId } = await openSlot(town, 20));
});
afterEach(() => town.close());

describe('personal data', () => {
	it('stays for 180 days after the slot ended, to the moment, and then goes', async () => {
		await join();
		town.clock.set(slotTimes.endsAt + 180 * day);
		expect(await erase()).toBe(0);
		town.clock.advance(1);
		expect(await erase()).toBe(1);
	});

	it('stays as long as the installation says', async () => {
		await join();
		town.clock.set(slotTimes.endsAt + 31 * day);
		expect(await erase()).toBe(0);
		expect(await erase({ ...town.ctx, settings: { ...town.ctx.settings, retentionDays: 30 } })).toBe(1);
	});

	it('of every field is gone: nothing sealed is left of the sign-up, also of one withdrawn or without a phone', async () => {
		await join();
		const withdrawn = await join();
		await run(`update signups set origin = 'paper', phone_sealed = null, phone_index = null where id = '${withdrawn}'`);
		await withdrawSignup(town.visitor, { id: id(), signupId: withdrawn });
		await pass();
		expect(await erase()).toBe(2);
		for (const table of ['signup_companions', 'signup_helpers', 'signup_answers'])
			expect((await run(`select * from ${table}`)).rows, table).toEqual([]);
		for (const row of (await run('select * from signups')).rows) expect(JSON.stringify(row)).not.toContain('v1.');
	});

	it('leaves counts and figures as they were', async () => {
		for (let nth = 0; nth < 3; nth++) await join();
		town.clock.set(slotTimes.endsAt);
		const counts = { attended: 9, donors: 7, millilitres: 2100, note: '' };
		expect(await completeEvent(town.as('zhou'), { id: id(), eventId, ...counts })).toMatchObject({ ok: true });
		await pass();
		const before = await counted();
		await erase();
		expect(await counted()).toEqual(before);
	});

	it('erased opens as nothing, and its slip is found by no telephone any more', async () => {
		const command = newSignup(town, slotId, 2);
		await signUp(town.visitor, { ...command, ...words });
		const { rows } = await run('select code from signups');
		const find = () => findSlipByCode(town.ctx.db, town.ctx.keys.blindIndex(command.phone), String(rows[0]!.code));
		expect(await find()).toMatchObject({ id: command.id });
		await pass();
		await erase();
		expect(await find()).toBeNull();
		const { people } = await readEventAnswers(town.as('zhou'), eventId);
		expect(people.map(({ name, phone }) => [name, phone])).toEqual([
			['', ''],
			['', null]
		]);
	});

	it('is erased once, by the software alone, with one entry that says of how many', async () => {
		await join();
		await join();
		await pass();
		for (const ctx of [town.as('zhou'), town.visitor]) await expect(erase(ctx)).rejects.toThrow('software alone');
		expect(await erase()).toBe(2);
		expect(await erase(), 'again there is nothing to do').toBe(0);
		expect(await countEntries(town, 'erasePersonalData')).toBe(1);
		const { rows } = await run(`select actor_kind, detail from audit_entries where verb = 'erasePersonalData'`);
		expect({ ...rows[0] }).toEqual({ actor_kind: 'system', detail: '{"signups":2}' });
	});

	it('of those whose time is not up stays while others are erased', async () => {
		await join();
		await pass();
		const later = await openLater();
		await erase();
		const [one] = await listSignupsOfSlot(town.ctx.db, later);
		expect(town.ctx.keys.open(one!.nameSealed, 'signups.name', one!.id)).toBe('试名甲');
	});

	it('is erased once by two processes at the same time, in small acts that say of how many', async () => {
		await join();
		await fill(600);
		await pass();
		const other = await openDatabase(town.url);
		const second = { ...town.ctx, db: other, writer: createWriter(other) };
		await Promise.all([erase(), erase(second)]);
		await other.$client.close();
		expect((await run(`select count(*) as n from signups where name_sealed <> 'erased'`)).rows).toEqual([{ n: 0 }]);
		const { rows } = await run(`select detail from audit_entries where verb = 'erasePersonalData'`);
		const counts = rows.map(({ detail }) => (JSON.parse(String(detail)) as { signups: number }).signups);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(601);
		expect(Math.max(...counts)).toBeLessThanOrEqual(250);
		expect(Math.min(...counts), 'nothing is erased twice').toBeGreaterThan(0);
	});

	it('that a stop left half erased is erased by the next start', async () => {
		await fill(600);
		await pass();
		const writer: Writer = {
			...town.ctx.writer,
			write(by, act, ...rest) {
				if (written++ > 0) throw new Error('killed');
				return town.ctx.writer.write(by, act, ...rest);
			}
		};
		let written = 0;
		await expect(erase({ ...town.ctx, writer })).rejects.toThrow('killed');
		expect(await erase()).toBe(350);
		expect(await erase()).toBe(0);
	});

	it('to be erased is found by its index, not by reading every sign-up there ever was', async () => {
		const steps = await planOf(town.url, [
			`select signups.id from slots join signups on signups.slot_id = slots.id
				where slots.ends_at < 1 and signups.name_sealed <> 'erased' limit 500`
		]);
		expect(steps.join('\n')).toContain('signups_unerased');
	});
});

/** A party of two with everything personal that a sign-up may hold, and an answer. */
async function join(): Promise<string> {
	const command = newSignup(town, slotId, 2);
	const helper = { name: '试帮手', phone: '13700009999' };
	expect(await signUp(town.visitor, { ...command, ...words, helper })).toMatchObject({ ok: true });
	const questionId = id();
	const question = { kind: 'text', wording: '还有什么要说的？', choices: [], isRequired: false } as const;
	const added = await addQuestion(town.as('zhou'), { id: questionId, eventId, ...question });
	expect(added).toEqual({ ok: true });
	const answers = [{ questionId, nth: 1, value: '带老花镜' }];
	expect(await answerQuestions(town.visitor, { id: id(), signupId: command.id, answers })).toEqual({ ok: true });
	return command.id;
}

/** Sign-ups on paper that hold nothing but a sealed name. */
const fill = (count: number) =>
	run(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
		insert into signups (id, slot_id, seq, rank, status, party_size, granted, origin, name_sealed, code, at)
		select 'filled-' || i, '${slotId}', 1000 + i, 1000 + i, 'withdrawn', 1, 0, 'paper', 'v1.sealed', 'X', ${slotTimes.startsAt - 1} from n`);

/** Half a year goes by. */
const pass = async () => town.clock.set(slotTimes.endsAt + 181 * day);

/** A slot that began a while after the first, with one sign-up. */
async function openLater(): Promise<string> {
	const now = town.ctx.now();
	town.clock.set(slotTimes.startsAt - day);
	const later = await openSlot(town, null);
	expect(await signUp(town.visitor, newSignup(town, later.slotId))).toMatchObject({ ok: true });
	town.clock.set(now);
	await run(`insert into event_changes (id, event_id, slot_id, starts_before, ends_before, starts_after, ends_after, reason, at)
		select 'later', event_id, id, starts_at, ends_at, starts_at, ${now - day}, '改期', ${now} from slots where id = '${later.slotId}'`);
	await run(`update slots set ends_at = ${now - day} where id = '${later.slotId}'`);
	return later.slotId;
}

/** All that is counted: the figures, the slot, and the sign-ups without who they are. */
async function counted() {
	const signups = await run(
		'select id, slot_id, seq, rank, status, party_size, granted, origin, village_id, code, at from signups order by id'
	);
	return {
		figures: await readFigures(town.ctx, {
			scope: town.units.town,
			periods: reportingPeriods(2026, town.ctx.today())
		}),
		slot: await countPeople(town, slotId),
		signups: signups.rows.map((row) => ({ ...row }))
	};
}
