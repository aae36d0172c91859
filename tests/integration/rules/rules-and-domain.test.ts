import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDice } from '../../../drizzle/seed/dice';
import {
	banquetStates,
	decideBanquetState,
	isBanquetHeld,
	origins,
	outcomes,
	type BanquetState,
	type Origin,
	type Outcome
} from '../../../src/lib/domain/banquets/banquet';
import { canBeDissuaded } from '../../../src/lib/domain/banquets/dissuasion';
import { canChangeOwn } from '../../../src/lib/domain/banquets/household-act';
import { addDays, instantOf } from '../../../src/lib/domain/calendar/calendar';
import { doorHours } from '../../../src/lib/domain/check-in/check-in';
import { decideFeedback, feedbackDays } from '../../../src/lib/domain/lectures/lecture';
import { isLocked, lockMs, wrongPasswordsToLock } from '../../../src/lib/domain/people/password';
import { isPledgeInForce } from '../../../src/lib/domain/pledges/pledge';
import { canGiveBack } from '../../../src/lib/domain/shifts/shift';
import { countBanquets, listBanquets } from '../../../src/lib/server/db/banquets/banquet-list';
import { admitAttempt, updateAttemptSucceeded } from '../../../src/lib/server/db/people/sign-in-attempts';
import { isPledgedOn } from '../../../src/lib/server/db/pledges/pledges-in-force';
import { pledges, pledgeWithdrawals } from '../../../src/lib/server/db/schema/pledges/pledges';
import { signUp } from '../../../src/lib/server/signups/signups';
import { newSignup, openSlot, slotTimes } from '../events/open-slot';
import { ledgerOf } from '../rows/ledger-rows';
import { accountOf, at, shiftsOf } from '../shifts/open-shift';
import { openTestTown, type TestTown } from '../test-town';

/** What SQL says and what the domain says are held together here, state by state. */

let town: TestTown;
let ledger: ReturnType<typeof ledgerOf>;

beforeEach(async () => {
	town = await openTestTown();
	ledger = ledgerOf(town);
});
afterEach(() => town.close());

const today = '2026-03-02';
const days = [-1, 0, 1].map((by) => addDays(today, by));
const around = (instant: number) => [instant - 1, instant, instant + 1];

const run = (text: string, ...args: (string | number | null)[]) => town.ctx.db.$client.execute({ sql: text, args });

/** Whether the rules let a row in; it does not stay. */
async function letsIn(text: string, ...args: (string | number | null)[]): Promise<boolean> {
	const undo = "select json('undone')";
	const result = await town.ctx.db.$client.batch([{ sql: text, args }, undo]).catch((error: Error) => error.message);
	expect(result).toMatch(/refusal:|malformed JSON/);
	return !String(result).includes('refusal:');
}

it('a shift is given back until it begins (canGiveBack)', async () => {
	const shifts = shiftsOf(town);
	const claimId = await shifts.taken(town.as('mei'), await shifts.newShift(await shifts.openEvent(), '09:00', '11:00'));
	for (const now of around(at('09:00')))
		expect(
			await letsIn(
				'insert into shift_releases (claim_id, at, by_id) values (?, ?, ?)',
				claimId,
				now,
				accountOf(town.as('mei'))
			),
			String(now - at('09:00'))
		).toBe(canGiveBack({ startsAt: at('09:00') }, now));
});

it('people are checked in while the door is open (doorHours)', async () => {
	const { slotId } = await openSlot(town, 5);
	const signup = newSignup(town, slotId);
	await signUp(town.visitor, signup);
	const { opensAt, closesAt } = doorHours(slotTimes);
	for (const now of [...around(opensAt), ...around(closesAt)])
		expect(
			await letsIn(
				"insert into check_ins (id, signup_id, slot_id, people, how, at) values ('c', ?, ?, 1, 'list', ?)",
				signup.id,
				slotId,
				now
			),
			new Date(now).toISOString()
		).toBe(now >= opensAt && now < closesAt);
});

it('feedback is taken from the beginning of a lecture until two weeks after its end (decideFeedback)', async () => {
	const { id: eventId } = await ledger.event('lecture', 'sanxing', '2026-03-01', { completed: false });
	const startsAt = instantOf('2026-03-01', '09:00');
	const endsAt = startsAt + 3_600_000;
	await ledger.feedbackSlip(eventId, startsAt);
	for (const now of [...around(startsAt), ...around(endsAt + feedbackDays * 86_400_000)])
		expect(
			await letsIn(
				"insert into lecture_feedbacks (id, event_id, face, is_from_slip, at) values ('f', ?, 'good', 1, ?)",
				eventId,
				now
			),
			new Date(now).toISOString()
		).toBe(decideFeedback({ startsAt, endsAt, isCancelled: false, now }) === 'open');
});

describe('a banquet', () => {
	type State = { id: string; origin: Origin; outcome: Outcome | null; plannedOn: string };

	/** One banquet of every origin and outcome, planned yesterday, today and tomorrow. */
	async function everyBanquet(): Promise<State[]> {
		const states: State[] = [];
		for (const origin of origins)
			for (const outcome of [null, ...outcomes])
				for (const plannedOn of days) {
					const id = await ledger.banquet('sanxing', plannedOn, outcome);
					await run('update banquets set origin = ? where id = ?', origin, id);
					states.push({ id, origin, outcome, plannedOn });
				}
		return states;
	}

	it('is in the list of its state, and of no other (decideBanquetState, isBanquetHeld)', async () => {
		const all = await everyBanquet();
		const idsOf = (those: State[]) => those.map(({ id }) => id).sort();
		const listed = async (state: BanquetState | 'open' | 'took-place') => {
			const { rows } = await listBanquets(town.ctx.db, town.units.town, today, { state });
			expect(await countBanquets(town.ctx.db, town.units.town, today, { state })).toBe(rows.length);
			return rows.map(({ id }) => id).sort();
		};
		for (const state of banquetStates)
			expect(await listed(state), state).toEqual(
				idsOf(all.filter((banquet) => decideBanquetState({ ...banquet, today }) === state))
			);
		expect(await listed('open')).toEqual(idsOf(all.filter(({ outcome }) => outcome === null)));
		expect(await listed('took-place')).toEqual(
			idsOf(all.filter(({ outcome }) => outcome !== null && isBanquetHeld(outcome)))
		);
	});

	it('is dissuaded and visited until it took place (canBeDissuaded)', async () => {
		for (const { id, outcome, plannedOn } of await everyBanquet()) {
			const dissuade = `insert into dissuasions (id, banquet_id, went_on, visits, outcome, note, at, by_id)
				values ('d', ?, ?, 1, 'went-ahead', '', 0, ?)`;
			expect(await letsIn(dissuade, id, plannedOn, town.accounts.liu.id), `${outcome}`).toBe(canBeDissuaded(outcome));
		}
	});

	it('is changed by its household until its day is over or its outcome known (canChangeOwn)', async () => {
		const act = 'insert into household_acts (id, banquet_id, kind, at) values (?, ?, ?, ?)';
		for (const banquet of await everyBanquet())
			for (const declaredOn of days) {
				await run('update banquets set declared_on = ? where id = ?', declaredOn, banquet.id);
				const one = { ...banquet, declaredOn, today };
				const isIn = await letsIn(act, 'a', banquet.id, 'corrected', instantOf(today, '23:59'));
				expect(isIn, JSON.stringify(one)).toBe(canChangeOwn(one));
			}
	});
});

it('a pledge is in force from its day until it is withdrawn (isPledgeInForce)', async () => {
	let inForce = 0;
	for (const signedOn of days)
		for (const withdrawnOn of [undefined, ...days.filter((on) => on >= signedOn)]) {
			await ledger.pledge('sanxing', signedOn, { withdrawnOn });
			inForce += Number(isPledgeInForce({ signedOn, withdrawnOn: withdrawnOn ?? null }, today));
		}
	const rows = await town.ctx.db
		.select()
		.from(pledges)
		.leftJoin(pledgeWithdrawals, eq(pledgeWithdrawals.pledgeId, pledges.id))
		.where(isPledgedOn(today));
	expect(rows).toHaveLength(inForce);
	expect(inForce).toBeGreaterThan(2);
});

it('a name is locked by wrong passwords in the database as in the domain (isLocked)', async () => {
	const dice = createDice(7);
	const { db, newId } = town.ctx;
	for (let round = 0; round < 5; round++) {
		const name = `name ${round}`;
		const failed: number[] = [];
		let now = 1_000_000_000;
		for (let nth = 0; nth < 30; nth++) {
			now += dice.pick([1, lockMs / 20, lockMs / wrongPasswordsToLock, lockMs - 1, lockMs]);
			const id = newId();
			expect(await admitAttempt(db, { id, name, at: now }), `${round}.${nth}`).toBe(!isLocked(failed, now));
			if (isLocked(failed, now)) continue;
			if (dice.throw() < 0.1) {
				await updateAttemptSucceeded(db, id);
				failed.length = 0;
			} else failed.push(now);
		}
	}
});
