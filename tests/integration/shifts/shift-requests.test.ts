import { afterEach, beforeEach, expect, it } from 'vitest';
import { actAs, type Context } from '../../../src/lib/server/context';
import { listColleagues, listLiveRequests } from '../../../src/lib/server/db/shifts/shift-requests';
import { listShiftsOfEvent } from '../../../src/lib/server/db/shifts/shift-lists';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { answerRequest } from '../../../src/lib/server/shifts/shift-request-answers';
import { askColleague } from '../../../src/lib/server/shifts/shift-requests';
import { joinLine } from '../../../src/lib/server/shifts/shift-waits';
import { takeShift } from '../../../src/lib/server/shifts/shift-claims';
import { accountOf, shiftsOf } from './open-shift';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let shifts: ReturnType<typeof shiftsOf>;
let mei: Context;
let tang: Context;
let he: Context;
let eventId: string;
let morning: string;
let noon: string;
let claimId: string;

beforeEach(async () => {
	town = await openTestTown();
	shifts = shiftsOf(town);
	[mei, tang, he] = [town.as('mei'), town.as('tang'), town.as('he')];
	eventId = await shifts.openEvent();
	morning = await shifts.newShift(eventId, '09:00', '11:00');
	noon = await shifts.newShift(eventId, '12:00', '13:00');
	claimId = await shifts.taken(mei, morning);
});
afterEach(() => town.close());

async function ask(to: Context, wantedClaimId: string | null = null, from = mei, claim = claimId) {
	const requestId = shifts.id();
	const result = await askColleague(from, { id: requestId, claimId: claim, toId: accountOf(to), wantedClaimId });
	return { requestId, result };
}

async function asked(to: Context, wantedClaimId: string | null = null) {
	const { requestId, result } = await ask(to, wantedClaimId);
	expect(result).toEqual({ ok: true });
	return requestId;
}

const answer = (ctx: Context, requestId: string, word: 'accepted' | 'declined' | 'taken-back') =>
	answerRequest(ctx, { id: shifts.id(), requestId, answer: word });
const live = (ctx: Context) => listLiveRequests(ctx.db, { accountId: accountOf(ctx), now: town.ctx.now() });

it('a colleague who accepts has the shift, and the asker no longer', async () => {
	const requestId = await asked(tang);
	expect(await shifts.held(mei), 'nothing changes before the answer').toEqual([morning]);
	expect(await live(tang)).toMatchObject([{ isOwn: false, from: { id: accountOf(mei) }, wanted: null }]);
	expect(await live(mei)).toMatchObject([{ isOwn: true, to: { id: accountOf(tang) } }]);
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: true });
	expect(await shifts.held(mei)).toEqual([]);
	expect(await shifts.held(tang)).toEqual([morning]);
	expect(await live(tang)).toEqual([]);
	expect((await listShiftsOfEvent(town.ctx.db, eventId))[0]).toMatchObject({ taken: 1 });
});

it('an exchange changes both shifts in one go', async () => {
	const theirs = await shifts.taken(tang, noon);
	const requestId = await asked(tang, theirs);
	expect(await live(tang)).toMatchObject([{ shift: { id: morning }, wanted: { id: noon } }]);
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: true });
	expect(await shifts.held(mei)).toEqual([noon]);
	expect(await shifts.held(tang)).toEqual([morning]);
});

it('shifts at the same time can be exchanged, for neither is ever held beside the other', async () => {
	const elsewhere = await shifts.newShift(await shifts.openEvent(), '10:00', '12:00');
	const requestId = await asked(tang, await shifts.taken(tang, elsewhere));
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: true });
	expect(await shifts.held(mei)).toEqual([elsewhere]);
	expect(await shifts.held(tang)).toEqual([morning]);
});

it('who has another shift at that time cannot accept, and nothing has changed', async () => {
	const requestId = await asked(tang);
	const clash = await shifts.newShift(await shifts.openEvent(), '10:00', '12:00');
	const clashing = await shifts.taken(tang, clash);
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'shift-overlaps' });
	expect(await shifts.held(mei)).toEqual([morning]);
	await shifts.giveBack(tang, clashing);
	expect(await answer(tang, requestId, 'accepted'), 'the request still stands').toEqual({ ok: true });
});

it('the asker’s clash stops an exchange too', async () => {
	const requestId = await asked(tang, await shifts.taken(tang, noon));
	await shifts.taken(mei, await shifts.newShift(await shifts.openEvent(), '12:30', '14:00'));
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'shift-overlaps' });
	expect([await shifts.held(mei), await shifts.held(tang)]).toMatchObject([{ length: 2 }, [noon]]);
});

it('a refusal leaves all as it was, and another colleague may be asked', async () => {
	const requestId = await asked(tang);
	expect(await answer(tang, requestId, 'declined')).toEqual({ ok: true });
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'request-closed' });
	expect(await shifts.held(mei)).toEqual([morning]);
	expect((await ask(he)).result).toEqual({ ok: true });
	expect((await ask(tang)).result, 'the same one again too').toEqual({ ok: true });
});

it('of two who were asked the first to accept has it, the other request lapses', async () => {
	const [first, second] = [await asked(tang), await asked(he)];
	const answers = await Promise.all([answer(tang, first, 'accepted'), answer(he, second, 'accepted')]);
	expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'request-closed' });
	expect([...(await shifts.held(tang)), ...(await shifts.held(he))]).toEqual([morning]);
	expect([await live(tang), await live(he), await live(mei)]).toEqual([[], [], []]);
});

it('each answers for oneself: the asker takes back, the colleague says yes or no, others nothing', async () => {
	const requestId = await asked(tang);
	for (const [ctx, word] of [
		[he, 'accepted'],
		[mei, 'accepted'],
		[tang, 'taken-back'],
		[town.visitor, 'declined']
	] as const)
		expect(await answer(ctx, requestId, word)).toEqual({ ok: false, refusal: 'request-not-yours' });
	expect(await answer(mei, requestId, 'taken-back')).toEqual({ ok: true });
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'request-closed' });
	expect(await shifts.held(mei)).toEqual([morning]);
});

it('lapses when the shift is given back, begins, or its event is cancelled', async () => {
	const requestId = await asked(tang);
	await shifts.giveBack(mei, claimId);
	expect(await live(tang)).toEqual([]);
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'request-closed' });

	claimId = await shifts.taken(mei, morning);
	const again = await asked(tang);
	town.clock.setDate('2026-03-20', '09:00');
	expect(await live(tang)).toEqual([]);
	expect(await answer(tang, again, 'accepted')).toEqual({ ok: false, refusal: 'shift-begun' });
	expect((await ask(he)).result).toEqual({ ok: false, refusal: 'shift-begun' });

	town.clock.setDate('2026-03-02');
	await cancelEvent(town.as('liu'), { id: shifts.id(), eventId, reason: '下大雨' });
	expect(await live(tang)).toEqual([]);
	expect(await answer(tang, again, 'accepted')).toEqual({ ok: false, refusal: 'shift-closed' });
});

it('an exchange lapses as well when the colleague’s shift is gone', async () => {
	const theirs = await shifts.taken(tang, noon);
	const requestId = await asked(tang, theirs);
	await shifts.giveBack(tang, theirs);
	expect(await live(mei)).toEqual([]);
	expect(await answer(tang, requestId, 'accepted')).toEqual({ ok: false, refusal: 'request-closed' });
	expect((await ask(tang, theirs)).result).toEqual({ ok: false, refusal: 'wanted-not-theirs' });
});

it('asks for one’s own shifts alone, colleagues of the town, once, and never for what they have', async () => {
	expect((await ask(he, null, tang)).result).toEqual({ ok: false, refusal: 'shift-not-yours' });
	expect((await ask(mei)).result).toEqual({ ok: false, refusal: 'colleague-unknown' });
	await asked(tang);
	expect((await ask(tang)).result).toEqual({ ok: false, refusal: 'already-asked' });
	const shared = await shifts.newShift(eventId, '15:00', '16:00', 2);
	const [mine] = [await shifts.taken(mei, shared), await shifts.taken(he, shared)];
	expect((await ask(he, null, mei, mine)).result).toEqual({ ok: false, refusal: 'already-theirs' });
	const stranger = shifts.id();
	await town.ctx.db.$client.batch([
		`insert into units (id, kind, name, position, valid_from_on, at) values ('${stranger}', 'town', '外镇', 0, '2020-01-01', 0)`,
		`insert into accounts (id, username, name_sealed, role, unit_id, password_hash, must_change_password, at)
			values ('${stranger}', 'far', 'v1.x', 'volunteer', '${stranger}', 'x', 0, 0)`
	]);
	const far = actAs(mei, { ...(mei.actor as Extract<Context['actor'], { kind: 'account' }>), accountId: stranger });
	expect((await ask(far)).result).toEqual({ ok: false, refusal: 'colleague-unknown' });
	const colleagues = await listColleagues(town.ctx.db, { unitId: town.units.sanxing, exceptId: accountOf(mei) });
	expect(
		colleagues.map(({ id }) => id),
		'volunteers of the town, without oneself'
	).toEqual([accountOf(tang)]);
});

it('the same answer sent twice lands once', async () => {
	const requestId = await asked(tang);
	const command = { id: shifts.id(), requestId, answer: 'accepted' as const };
	expect(await answerRequest(tang, command)).toEqual({ ok: true });
	expect(await answerRequest(tang, command)).toEqual({ ok: true });
	expect(await shifts.held(tang)).toEqual([morning]);
});

it('who is in line for a shift that is handed over stays there, for no place came free', async () => {
	await joinLine(he, { id: shifts.id(), shiftId: morning });
	expect(await answer(tang, await asked(tang), 'accepted')).toEqual({ ok: true });
	expect(await shifts.held(tang)).toEqual([morning]);
	expect(await shifts.held(he)).toEqual([]);
});

it('handing a shift over moves its giver up where that shift blocked them', async () => {
	await joinLine(he, { id: shifts.id(), shiftId: morning });
	const elsewhere = await shifts.newShift(await shifts.openEvent(), '10:00', '12:00');
	const holder = await shifts.volunteer(1);
	const holding = await shifts.taken(holder, elsewhere);
	const second = await shifts.volunteer(2);
	await shifts.giveBack(mei, claimId);
	await joinLine(mei, { id: shifts.id(), shiftId: elsewhere });
	expect(await shifts.held(he), 'the line moved up').toEqual([morning]);
	const late = await shifts.newShift(eventId, '11:30', '12:00');
	const mine = await shifts.taken(mei, late);
	await shifts.giveBack(holder, holding);
	expect(await shifts.held(mei), 'held up by the later one').toEqual([late]);
	const { requestId, result } = await ask(second, null, mei, mine);
	expect(result).toEqual({ ok: true });
	expect(await answer(second, requestId, 'accepted')).toEqual({ ok: true });
	expect(await shifts.held(second)).toEqual([late]);
	expect(await shifts.held(mei)).toEqual([elsewhere]);
});

it('no claim comes by a request that was not accepted, for every writer', async () => {
	const requestId = await asked(tang);
	await expect(
		town.ctx.db.$client.execute({
			sql: 'insert into shift_claims (id, shift_id, account_id, request_id, at) values (?, ?, ?, ?, 1)',
			args: [shifts.id(), noon, accountOf(tang), requestId]
		})
	).rejects.toThrow('accepted request alone');
	expect(await takeShift(tang, { id: shifts.id(), shiftId: noon })).toMatchObject({ ok: true });
});
