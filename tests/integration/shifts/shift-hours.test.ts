import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import { hourState } from '../../../src/lib/domain/shifts/shift-hours';
import type { Context } from '../../../src/lib/server/context';
import {
	countWaitingHours,
	listEventsWithHours,
	listHoursOfEvent,
	listUnsettled
} from '../../../src/lib/server/db/shifts/event-hours';
import { findServed } from '../../../src/lib/server/db/shifts/shift-hours';
import { listConfirmedHours, listVolunteers } from '../../../src/lib/server/db/shifts/confirmed-hours';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { cancelEvent } from '../../../src/lib/server/events/publications';
import { answerHours, sayHours } from '../../../src/lib/server/shifts/shift-hours';
import { accountOf, shiftsOf } from './open-shift';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let shifts: ReturnType<typeof shiftsOf>;
let liu: Context;
let mei: Context;
let eventId: string;
let claimId: string;

beforeEach(async () => {
	town = await openTestTown();
	shifts = shiftsOf(town);
	[liu, mei] = [town.as('liu'), town.as('mei')];
	eventId = await shifts.openEvent();
	claimId = await shifts.taken(mei, await shifts.newShift(eventId, '09:00', '11:00', 3));
	town.clock.setDate('2026-03-20', '11:00');
});
afterEach(() => town.close());

const countWords = async () => (await findServed(town.ctx.db, claimId))!.words.length;
const say = async (ctx: Context, minutes: number, claim = claimId) =>
	sayHours(ctx, { id: shifts.id(), claimId: claim, minutes, wordsRead: await countWords() });
const reply = async (ctx: Context, minutes: number, reason = '') =>
	answerHours(ctx, { id: shifts.id(), claimId, minutes, reason, wordsRead: await countWords() });
const state = async () => hourState((await findServed(town.ctx.db, claimId))!.words);
const year = { from: instantOf('2026-01-01', '00:00'), to: instantOf('2027-01-01', '00:00') };
const confirmed = () => listConfirmedHours(town.ctx.db, { accountId: accountOf(mei), ...year });

it('hours count when the organiser confirms what the volunteer said, and not before', async () => {
	expect(await say(mei, 120)).toEqual({ ok: true, isSettled: false });
	expect(await confirmed()).toEqual([]);
	expect(await countWaitingHours(town.ctx.db, town.units.sanxing)).toBe(1);
	expect(await listEventsWithHours(town.ctx.db, town.units.town)).toMatchObject([{ id: eventId, waiting: 1 }]);
	expect(await countWaitingHours(town.ctx.db, town.units.hesha)).toBe(0);
	expect(await reply(liu, 120)).toEqual({ ok: true, isSettled: true });
	expect(await confirmed()).toMatchObject([{ minutes: 120, duty: '签到引导', title: '健康讲座' }]);
	expect(await state()).toEqual({ is: 'agreed', minutes: 120 });
	expect(await countWaitingHours(town.ctx.db, town.units.sanxing)).toBe(0);
});

it('a correction with its reason waits for the volunteer, who accepts it', async () => {
	await say(mei, 120);
	expect(await reply(liu, 90)).toEqual({ ok: false, refusal: 'hours-reason-missing' });
	expect(await reply(liu, 90, '十点半就散了')).toMatchObject({ ok: true });
	expect(await state()).toEqual({ is: 'corrected', minutes: 90, stated: 120, reason: '十点半就散了' });
	expect(await confirmed()).toEqual([]);
	expect(await listUnsettled(town.ctx.db, { accountId: accountOf(mei), now: town.ctx.now() })).toMatchObject([
		{ claimId, words: [{ minutes: 120 }, { minutes: 90 }] }
	]);
	expect(await say(mei, 90)).toMatchObject({ ok: true });
	expect(await confirmed()).toMatchObject([{ minutes: 90 }]);
	expect(await listUnsettled(town.ctx.db, { accountId: accountOf(mei), now: town.ctx.now() })).toEqual([]);
});

it('a volunteer who does not accept says another number, and it waits for the organiser again', async () => {
	await say(mei, 120);
	await reply(liu, 60, '名单上只到十点');
	await say(mei, 100);
	expect(await state()).toEqual({ is: 'stated', minutes: 100 });
	expect(await countWaitingHours(town.ctx.db, town.units.town)).toBe(1);
	await reply(liu, 100);
	expect(await confirmed()).toMatchObject([{ minutes: 100 }]);
});

it('who could not come says so; confirmed, it is settled and is on no certificate', async () => {
	await say(mei, 0);
	await reply(liu, 0);
	expect(await state()).toEqual({ is: 'agreed', minutes: 0 });
	expect(await confirmed()).toEqual([]);
});

it('no one says more than the shift was long, before it is over, or after both agreed', async () => {
	expect(await say(mei, 121)).toEqual({ ok: false, refusal: 'hours-too-long' });
	town.clock.setDate('2026-03-20', '10:59');
	expect(await say(mei, 60)).toEqual({ ok: false, refusal: 'shift-not-over' });
	town.clock.setDate('2026-03-20', '11:00');
	expect(await reply(liu, 60, '记错了')).toEqual({ ok: false, refusal: 'hours-unsaid' });
	await say(mei, 60);
	await reply(liu, 60);
	expect(await say(mei, 30)).toEqual({ ok: false, refusal: 'hours-settled' });
	expect(await reply(liu, 30, '记错了')).toEqual({ ok: false, refusal: 'hours-settled' });
});

it('no one confirms their own hours, not even a cadre of the event’s unit', async () => {
	town.clock.setDate('2026-03-02');
	claimId = await shifts.taken(liu, (await town.ctx.db.$client.execute('select id from shifts')).rows[0]!.id as string);
	town.clock.setDate('2026-03-20', '12:00');
	await say(liu, 120);
	expect(await reply(liu, 120)).toEqual({ ok: false, refusal: 'own-hours' });
	expect(await reply(town.as('zhou'), 120)).toMatchObject({ ok: true });
});

it('each side speaks for itself: others’ volunteers and other villages’ cadres have no say', async () => {
	expect(await say(town.as('tang'), 120)).toEqual({ ok: false, refusal: 'shift-not-yours' });
	await say(mei, 120);
	for (const ctx of [town.as('he'), town.as('tang'), mei, town.visitor])
		expect(await reply(ctx, 120)).toEqual({ ok: false, refusal: 'not-your-unit' });
	expect(await say(mei, 60, shifts.id())).toEqual({ ok: false, refusal: 'claim-unknown' });
});

it('who has not seen the newest word does not settle an old one', async () => {
	await say(mei, 120);
	const seen = await countWords();
	await say(mei, 90);
	const late = { id: shifts.id(), claimId, minutes: 120, reason: '', wordsRead: seen };
	expect(await answerHours(liu, { ...late, reason: '按名单' })).toEqual({ ok: false, refusal: 'hours-moved-on' });
	const early = { ...late, id: shifts.id(), wordsRead: 5 };
	expect(await answerHours(liu, { ...early, reason: '按名单' })).toEqual({ ok: false, refusal: 'hours-moved-on' });
	expect(await state()).toEqual({ is: 'stated', minutes: 90 });
});

it('the same word sent twice lands once, also when it has settled them', async () => {
	const first = { id: shifts.id(), claimId, minutes: 120, wordsRead: 0 };
	expect(await sayHours(mei, first)).toMatchObject({ ok: true });
	expect(await sayHours(mei, first)).toMatchObject({ ok: true });
	const second = { id: shifts.id(), claimId, minutes: 120, reason: '', wordsRead: 1 };
	expect(await answerHours(liu, second)).toEqual({ ok: true, isSettled: true });
	expect(await answerHours(liu, second)).toEqual({ ok: true, isSettled: true });
	expect((await listHoursOfEvent(town.ctx.db, eventId)).get(claimId)).toHaveLength(2);
});

it('a completed event’s hours can still be said and confirmed, a cancelled one’s cannot', async () => {
	const other = await shifts.openEvent();
	town.clock.setDate('2026-03-02');
	const cancelled = await shifts.taken(mei, await shifts.newShift(other, '13:00', '14:00'));
	await cancelEvent(liu, { id: shifts.id(), eventId: other, reason: '下大雨' });
	town.clock.setDate('2026-03-21');
	await completeEvent(liu, { id: shifts.id(), eventId, attended: 3, note: '' });
	expect(await say(mei, 120)).toMatchObject({ ok: true });
	expect(await reply(liu, 120)).toMatchObject({ ok: true });
	const wrong = { id: shifts.id(), claimId: cancelled, minutes: 60, wordsRead: 0 };
	expect(await sayHours(mei, wrong)).toEqual({ ok: false, refusal: 'shift-not-over' });
	expect(await listUnsettled(town.ctx.db, { accountId: accountOf(mei), now: town.ctx.now() })).toEqual([]);
});

it('the year’s hours of a unit’s volunteers are summed, and only of that year', async () => {
	await say(mei, 90);
	await reply(liu, 90);
	const list = async (scope: string, span = year) =>
		(await listVolunteers(town.ctx.db, { scope, ...span })).map(({ id, times, minutes }) => ({ id, times, minutes }));
	expect(await list(town.units.town)).toEqual([
		{ id: accountOf(mei), times: 1, minutes: 90 },
		{ id: accountOf(town.as('tang')), times: 0, minutes: 0 }
	]);
	expect(await list(town.units.sanxing)).toEqual([{ id: accountOf(town.as('tang')), times: 0, minutes: 0 }]);
	const before = { from: instantOf('2025-01-01', '00:00'), to: year.from };
	expect((await list(town.units.town, before))[0]).toMatchObject({ times: 0, minutes: 0 });
});

it('what was said is never changed or deleted by any account', async () => {
	await say(mei, 90);
	const { $client } = town.ctx.db;
	await expect($client.execute('update shift_hours set minutes = 120')).rejects.toThrow('never changed');
	await expect($client.execute('delete from shift_hours')).rejects.toThrow('never deleted');
});
