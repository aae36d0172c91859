import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateOf, instantOf, timeOf } from '../../../src/lib/domain/calendar/calendar';
import type { Context } from '../../../src/lib/server/context';
import { findEvent, listFollowing } from '../../../src/lib/server/db/events/events';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { copyEvent, planDates, repeatEvent } from '../../../src/lib/server/events/event-series';
import { cancelEvent, createEvent, editEvent, publishEvent } from '../../../src/lib/server/events/events';
import type { Question } from '../../../src/lib/domain/events/question';
import { listQuestions } from '../../../src/lib/server/db/events/questions';
import { addQuestion, removeQuestion } from '../../../src/lib/server/events/questions';
import { signUp } from '../../../src/lib/server/signups/signups';
import { addSlot, editSlot, removeSlot } from '../../../src/lib/server/events/slots';
import { countEntries, newSignup } from './open-slot';
import { openTestTown, type TestTown } from '../test-town';

let town: TestTown;
let liu: Context;

beforeEach(async () => {
	town = await openTestTown();
	liu = town.as('liu');
});
afterEach(() => town.close());

describe('repeating an event', () => {
	it('makes the next ones in one write, each with the words, the slots at the same time of day and its own number', async () => {
		const { eventId } = await create({ published: true });
		expect(await repeat(eventId, { times: 3 })).toEqual({ ok: true });
		const all = await series(eventId);
		expect(all.map(({ startsAt }) => dateOf(startsAt!))).toEqual([
			'2026-03-14',
			'2026-03-21',
			'2026-03-28',
			'2026-04-04'
		]);
		expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
		for (const event of all) {
			expect(event).toMatchObject({ title: '健康讲座', place: '三星村广场', series: { rule: 'weekly', every: 1 } });
			expect(event.publication).not.toBeNull();
			expect(event.slots.map(({ startsAt, endsAt, capacity }) => [timeOf(startsAt), timeOf(endsAt), capacity])).toEqual(
				[
					['09:00', '10:00', 5],
					['14:00', '15:00', null]
				]
			);
		}
		expect(await countEntries(town, 'createEvent')).toBe(4);
	});

	it('of a draft makes drafts, and publishing it with those that follow publishes all', async () => {
		const { eventId } = await create();
		await repeat(eventId, { times: 2 });
		expect((await series(eventId)).map(({ publication }) => publication)).toEqual([null, null, null]);
		expect(await publishEvent(liu, { id: town.ctx.newId(), eventId, following: true })).toEqual({ ok: true });
		for (const { publication } of await series(eventId)) expect(publication?.byId).toBe(town.accounts.liu.id);
	});

	it('makes exactly the dates that were shown before', async () => {
		const { eventId } = await create();
		const rule = { rule: 'lunar-day', every: 1 } as const;
		const shown = planDates((await findEvent(town.ctx.db, eventId))!, rule, 4);
		await repeat(eventId, { ...rule, times: 4 });
		expect((await series(eventId)).slice(1).map(({ startsAt }) => dateOf(startsAt!))).toEqual(shown);
	});

	it('sent twice makes the series once; a second series of the same event is refused', async () => {
		const { eventId } = await create();
		const command = { id: town.ctx.newId(), eventId, rule: 'weekly', every: 1, times: 2 } as const;
		expect(await repeatEvent(liu, command)).toEqual({ ok: true });
		expect(await repeatEvent(liu, command)).toEqual({ ok: true });
		expect(await series(eventId)).toHaveLength(3);
		expect(await repeat(eventId, { times: 2 })).toEqual({ ok: false, refusal: 'event-in-series' });
		expect(await series(eventId)).toHaveLength(3);
	});

	it('is refused without a slot, once cancelled, and for another village', async () => {
		const bare = await create({ bare: true });
		expect(await repeat(bare.eventId)).toEqual({ ok: false, refusal: 'event-without-slot' });
		const own = await create();
		expect(await repeat(own.eventId, {}, town.as('he'))).toEqual({ ok: false, refusal: 'not-your-unit' });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: own.eventId, reason: '重复' });
		expect(await repeat(own.eventId)).toEqual({ ok: false, refusal: 'event-cancelled' });
	});
});

describe('changing a series', () => {
	it('changes one alone unless asked for all that follow, and of these only what changed here', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 3 });
		const [first, second, third, fourth] = (await series(eventId)).map(({ id }) => id);
		await edit(third!, { title: '讲座三' });
		await edit(second!, { place: '村卫生室' }, true);
		expect(await words([first!, second!, third!, fourth!])).toEqual([
			['健康讲座', '三星村广场'],
			['健康讲座', '村卫生室'],
			['讲座三', '村卫生室'],
			['健康讲座', '村卫生室']
		]);
		expect(await trail(fourth!, 'editEvent')).toBe(1);
	});

	it('moves the slot in the same position: time of day, days and places, with a reason to those signed up', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 2 });
		const [first, second, third] = await series(eventId);
		await signUp(town.visitor, newSignup(town, third!.slots[0]!.id));
		const change = {
			startsAt: instantOf('2026-03-15', '10:00'),
			endsAt: instantOf('2026-03-15', '11:30'),
			capacity: 8
		};
		const command = { eventId: first!.id, slotId: first!.slots[0]!.id, following: true, ...change };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...command })).toEqual({ ok: false, refusal: 'reason-missing' });
		expect(await editSlot(liu, { id: town.ctx.newId(), ...command, reason: '医生改到周日' })).toEqual({ ok: true });
		for (const [event, on] of [
			[first, '2026-03-15'],
			[second, '2026-03-22'],
			[third, '2026-03-29']
		] as const) {
			const slots = (await findEvent(town.ctx.db, event!.id))!.slots;
			expect(slots.find(({ id }) => id === event!.slots[0]!.id)).toMatchObject({
				startsAt: instantOf(on, '10:00'),
				endsAt: instantOf(on, '11:30'),
				capacity: 8
			});
			expect(slots.find(({ id }) => id === event!.slots[1]!.id)).toMatchObject({ startsAt: event!.slots[1]!.startsAt });
		}
		expect(await changes()).toBe(1);
	});

	it('of a slot carries over only what differs: an hour moved by itself stays, an event without such a slot is left alone', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 3 });
		const [first, second, third, fourth] = await series(eventId);
		await signUp(town.visitor, newSignup(town, second!.slots[0]!.id));
		const own = { startsAt: instantOf('2026-03-21', '10:30'), endsAt: instantOf('2026-03-21', '11:30') };
		const moved = { eventId: second!.id, slotId: second!.slots[0]!.id, ...own, capacity: 5, reason: '医生上午有事' };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...moved })).toEqual({ ok: true });
		const extra = { startsAt: instantOf('2026-03-28', '08:00'), endsAt: instantOf('2026-03-28', '09:00') };
		await addSlot(liu, { id: town.ctx.newId(), eventId: third!.id, ...extra, capacity: 2 });
		await removeSlot(liu, { id: town.ctx.newId(), eventId: fourth!.id, slotId: fourth!.slots[0]!.id });
		const { startsAt, endsAt, id: slotId } = first!.slots[0]!;
		const wider = { eventId: first!.id, slotId, startsAt, endsAt, capacity: 8, following: true };
		expect(await editSlot(liu, { id: town.ctx.newId(), ...wider }), 'nothing moves, so no reason is asked').toEqual({
			ok: true
		});
		expect((await series(eventId)).map((event) => event.slots.map(hourAndPlaces))).toEqual([
			['09:00 8', '14:00 -'],
			['10:30 8', '14:00 -'],
			['08:00 2', '09:00 8', '14:00 -'],
			['14:00 -']
		]);
		expect(await changes()).toBe(1);
		expect(await trail(fourth!.id, 'editSlot')).toBe(0);
	});

	it('leaves those alone that are cancelled, completed or begun, and those before', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 5 });
		const ids = (await series(eventId)).map(({ id }) => id);
		await cancelEvent(liu, { id: town.ctx.newId(), eventId: ids[4]!, reason: '过节' });
		town.clock.setDate('2026-03-28', '09:30');
		await completeEvent(liu, { id: town.ctx.newId(), eventId: ids[1]!, attended: 9, note: '' });
		const second = (await findEvent(town.ctx.db, ids[0]!))!;
		expect((await listFollowing(town.ctx.db, second, liu.now())).map(({ id }) => id)).toEqual([ids[3], ids[5]]);
		expect(await cancelEvent(liu, { id: town.ctx.newId(), eventId: ids[3]!, reason: '停办', following: true })).toEqual(
			{
				ok: true
			}
		);
		const cancelled = (await series(eventId)).map(({ cancellation }) => cancellation?.reason ?? null);
		expect(cancelled).toEqual([null, null, null, '停办', '过节', '停办']);
		expect(await trail(ids[5]!, 'cancelEvent')).toBe(1);
	});
});

describe('copying an event', () => {
	it('makes a draft on the new date with the same words and slots, outside the series', async () => {
		const { eventId } = await create({ published: true });
		await repeat(eventId, { times: 1 });
		const command = { id: town.ctx.newId(), eventId, on: '2026-05-01' };
		expect(await copyEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		expect(await copyEvent(liu, command)).toEqual({ ok: true, eventId: command.id });
		const copy = (await findEvent(town.ctx.db, command.id))!;
		expect(copy).toMatchObject({ title: '健康讲座', seriesId: null, publication: null, number: 3 });
		expect(copy.slots.map(({ startsAt }) => startsAt)).toEqual([
			instantOf('2026-05-01', '09:00'),
			instantOf('2026-05-01', '14:00')
		]);
	});

	it('keeps what belongs to the event: who may pass on the waitlist, and its questions in their order, unanswered', async () => {
		const { eventId } = await create({ letsPass: true });
		const ask = (words: Omit<Question, 'id'>) => addQuestion(liu, { id: town.ctx.newId(), eventId, ...words });
		await ask({ kind: 'choice', wording: '坐车吗', choices: ['坐', '不坐'], isRequired: true });
		const gone = town.ctx.newId();
		await addQuestion(liu, { id: gone, eventId, kind: 'text', wording: '删掉的', choices: [], isRequired: false });
		await ask({ kind: 'number', wording: '多大年纪', choices: [], isRequired: false });
		await removeQuestion(liu, { id: town.ctx.newId(), eventId, questionId: gone });
		const copyId = town.ctx.newId();
		await copyEvent(liu, { id: copyId, eventId, on: '2026-05-01' });
		await repeat(eventId, { times: 1 });
		for (const id of [copyId, (await series(eventId))[1]!.id]) {
			expect((await findEvent(town.ctx.db, id))!.letsPass).toBe(true);
			expect(await listQuestions(town.ctx.db, id)).toMatchObject([
				{ kind: 'choice', wording: '坐车吗', choices: ['坐', '不坐'], isRequired: true, answers: 0 },
				{ kind: 'number', wording: '多大年纪', isRequired: false }
			]);
			expect(await listQuestions(town.ctx.db, id)).toHaveLength(2);
		}
	});

	it('of a cancelled event is allowed, for another village not', async () => {
		const { eventId } = await create({ published: true });
		await cancelEvent(liu, { id: town.ctx.newId(), eventId, reason: '下大雨' });
		const on = '2026-05-01';
		expect(await copyEvent(liu, { id: town.ctx.newId(), eventId, on })).toMatchObject({ ok: true });
		expect(await copyEvent(town.as('he'), { id: town.ctx.newId(), eventId, on })).toMatchObject({
			refusal: 'not-your-unit'
		});
	});
});

const hourAndPlaces = ({ startsAt, capacity }: { startsAt: number; capacity: number | null }) =>
	`${timeOf(startsAt)} ${capacity ?? '-'}`;

const lecture = {
	kind: 'lecture' as const,
	topic: 'health',
	title: '健康讲座',
	place: '三星村广场',
	description: '',
	partner: '',
	contactPhone: '02371234567'
};

async function create({ published = false, bare = false, letsPass = false } = {}) {
	const eventId = town.ctx.newId();
	const slot = (from: string, to: string, capacity: number | null) => ({
		id: town.ctx.newId(),
		capacity,
		startsAt: instantOf('2026-03-14', from),
		endsAt: instantOf('2026-03-14', to)
	});
	const slots = bare ? [] : [slot('09:00', '10:00', 5), slot('14:00', '15:00', null)];
	const created = await createEvent(liu, { id: eventId, unitId: town.units.sanxing, ...lecture, letsPass, slots });
	if (!created.ok) throw new Error(created.refusal);
	if (published) await publishEvent(liu, { id: town.ctx.newId(), eventId });
	return { eventId };
}

function repeat(eventId: string, change: object = {}, ctx = liu) {
	return repeatEvent(ctx, { id: town.ctx.newId(), eventId, rule: 'weekly', every: 1, times: 2, ...change });
}

/** All events of the series, by start. */
async function series(eventId: string) {
	const { seriesId } = (await findEvent(town.ctx.db, eventId))!;
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select id from events where series_id = ? order by starts_at',
		args: [seriesId]
	});
	return Promise.all(rows.map(async ({ id }) => (await findEvent(town.ctx.db, String(id)))!));
}

function edit(eventId: string, change: Partial<typeof lecture>, following = false) {
	const command = { id: town.ctx.newId(), eventId, unitId: town.units.sanxing, ...lecture, ...change, following };
	return editEvent(liu, command);
}

const words = (ids: string[]) =>
	Promise.all(
		ids.map(async (id) => {
			const { title, place } = (await findEvent(town.ctx.db, id))!;
			return [title, place];
		})
	);

async function trail(eventId: string, verb: string) {
	const { rows } = await town.ctx.db.$client.execute({
		sql: 'select count(*) as n from audit_entries where subject_id = ? and verb = ?',
		args: [eventId, verb]
	});
	return Number(rows[0]!.n);
}

async function changes() {
	const { rows } = await town.ctx.db.$client.execute('select count(*) as n from event_changes');
	return Number(rows[0]!.n);
}
