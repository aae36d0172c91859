import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { closeDoor } from '../../../src/lib/server/check-in/no-shows';
import type { Context } from '../../../src/lib/server/context';
import { eventCompletions } from '../../../src/lib/server/db/schema/events/events';
import { units } from '../../../src/lib/server/db/schema/units/units';
import type { Run } from '../../../src/lib/server/db/session';
import { createWriter } from '../../../src/lib/server/db/writer';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { resolveMessage } from '../../../src/lib/server/messages/messages';
import { withdrawPledge } from '../../../src/lib/server/pledges/withdrawals';
import { recordAct } from '../../../src/lib/server/record-act';
import { askColleague } from '../../../src/lib/server/shifts/shift-requests';
import { answerRequest } from '../../../src/lib/server/shifts/shift-request-answers';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot, slotTimes } from '../events/open-slot';
import { ledgerOf } from '../rows/ledger-rows';
import { accountOf, shiftsOf } from '../shifts/open-shift';
import { town, freshTown } from '../fresh-town';

freshTown();

const id = () => town.ctx.newId();
const run = (text: string) => town.ctx.db.$client.execute(text);

/** The context, in which `change` lands after the verb has looked and before it writes, as another process's would. */
function overtaken(ctx: Context, change: () => Promise<unknown>): Context {
	let isDone = false;
	const run: Run = async (statements, actId) => {
		if (!isDone && actId !== undefined) {
			isDone = true;
			await change();
		}
		return ctx.db.$client.run(statements, actId);
	};
	const db = Object.create(ctx.db, { $client: { value: { ...ctx.db.$client, run } } }) as Context['db'];
	return { ...ctx, db, writer: createWriter(db) };
}

describe('a rule that refuses between a verb’s look and its write', () => {
	it('gives its code: a message goes out while a cadre decides about it (message-settled)', async () => {
		const { slotId } = await openSlot(town, 1);
		await signUp(town.visitor, newSignup(town, slotId));
		await run(
			`insert into messages (id, act_id, signup_id, kind, state, next_at, attempts, at, state_at)
				select 'message', 'act', id, 'reminder', 'in-doubt', 0, 1, 0, 0 from signups`
		);
		const zhou = overtaken(town.as('zhou'), () => run("update messages set state = 'sent'"));
		const command = { id: id(), messageId: 'message', how: 'send-again' as const };
		expect(await resolveMessage(zhou, command)).toEqual({ ok: false, refusal: 'message-settled' });
		expect((await run('select state from messages')).rows[0]!.state).toBe('sent');
	});

	it('gives its code: the slot is moved while its door is closed (slot-not-begun)', async () => {
		const { eventId, slotId } = await openSlot(town, 5);
		await signUp(town.visitor, newSignup(town, slotId));
		town.clock.set(slotTimes.startsAt);
		const zhou = overtaken(town.as('zhou'), async () => {
			const [startsAfter, endsAfter] = [slotTimes.startsAt + 3_600_000, slotTimes.endsAt + 3_600_000];
			await run(
				`insert into event_changes (id, event_id, slot_id, starts_before, ends_before, starts_after, ends_after, reason, at)
					values ('change', '${eventId}', '${slotId}', ${slotTimes.startsAt}, ${slotTimes.endsAt}, ${startsAfter}, ${endsAfter}, '下雨', 0)`
			);
			await run(`update slots set starts_at = ${startsAfter}, ends_at = ${endsAfter}`);
		});
		expect(await closeDoor(zhou, { id: id(), eventId, slotId })).toEqual({ ok: false, refusal: 'slot-not-begun' });
		expect((await run('select * from no_shows')).rows).toEqual([]);
	});

	it('gives its code: the request turns to another while it is answered (request-not-yours)', async () => {
		const shifts = shiftsOf(town);
		const [mei, tang, he] = [town.as('mei'), town.as('tang'), town.as('he')];
		const claimId = await shifts.taken(mei, await shifts.newShift(await shifts.openEvent(), '09:00', '11:00'));
		const requestId = id();
		await askColleague(mei, { id: requestId, claimId, toId: accountOf(tang), wantedClaimId: null });
		const slow = overtaken(tang, () => run(`update shift_requests set to_id = '${accountOf(he)}'`));
		expect(await answerRequest(slow, { id: id(), requestId, answer: 'declined' })).toEqual({
			ok: false,
			refusal: 'request-not-yours'
		});
	});

	it('gives its code: the day of a pledge is corrected while it is withdrawn (withdrawn-before-signed)', async () => {
		const pledgeId = await ledgerOf(town).pledge('sanxing', '2026-03-01');
		const liu = overtaken(town.as('liu'), () => run("update pledges set signed_on = '2026-03-03'"));
		expect(await withdrawPledge(liu, { id: id(), pledgeId })).toEqual({
			ok: false,
			refusal: 'withdrawn-before-signed'
		});
		expect(await withdrawPledge(town.as('liu'), { id: id(), pledgeId })).toEqual({
			ok: false,
			refusal: 'withdrawn-before-signed'
		});
	});

	it('gives its code to a verb that did not reckon with it (unit-cannot-move)', async () => {
		const { db } = town.ctx;
		const unitId = town.units.sanxingGroup1;
		const act = { id: id(), verb: 'renameUnit', subject: { type: 'unit', id: unitId } };
		const move = db.update(units).set({ parentId: town.units.hesha }).where(eq(units.id, unitId));
		expect(await recordAct(town.ctx, act, [move])).toEqual({ ok: false, refusal: 'unit-cannot-move' });
		expect((await run(`select count(*) as n from audit_entries where id = '${act.id}'`)).rows[0]!.n).toBe(0);
	});

	it('gives its code to a statement that says other numbers than the results (results-say-otherwise)', async () => {
		const ledger = ledgerOf(town);
		const { id: eventId } = await ledger.event('blood-drive', 'sanxing', '2026-03-01', { completed: false });
		await ledger.donation(eventId, true);
		const { db } = town.ctx;
		const act = { id: id(), verb: 'completeEvent', subject: { type: 'event', id: eventId } };
		const wrong = { eventId, attended: 5, donors: 3, millilitres: 1200, note: '', at: town.ctx.now() };
		const complete = db.insert(eventCompletions).values(wrong);
		expect(await recordAct(town.ctx, act, [complete])).toEqual({
			ok: false,
			refusal: 'results-say-otherwise'
		});
	});

	it('is not met where the write itself counts: a result that comes meanwhile is in the completion', async () => {
		const ledger = ledgerOf(town);
		const { id: eventId } = await ledger.event('blood-drive', 'sanxing', '2026-03-01', { completed: false });
		await ledger.donation(eventId, true);
		const liu = overtaken(town.as('liu'), () => ledger.donation(eventId, false));
		const counts = { attended: 5, donors: null, millilitres: null, note: '' };
		expect(await completeEvent(liu, { id: id(), eventId, ...counts })).toEqual({ ok: true });
		expect((await run('select donors, millilitres from event_completions')).rows[0]).toMatchObject({
			donors: 2,
			millilitres: 800
		});
	});
});

it('what no rule says is a bug, and throws', async () => {
	const { db } = town.ctx;
	const act = { id: id(), verb: 'x', subject: { type: 'unit', id: 'x' } };
	const unname = db
		.update(units)
		.set({ name: sql`null` })
		.where(sql`kind = 'group'`);
	await expect(recordAct(town.ctx, act, [unname])).rejects.toThrow(/NOT NULL/);
});
