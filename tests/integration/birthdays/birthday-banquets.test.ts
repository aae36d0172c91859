import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../src/lib/domain/calendar/calendar';
import {
	openInvitationList,
	planBanquet,
	proposeBanquets,
	setTables
} from '../../../src/lib/server/birthdays/birthday-banquets';
import {
	beginBirthdaySeries,
	correctBirthdaySeries,
	endBirthdaySeries,
	setBirthdaySupposition
} from '../../../src/lib/server/birthdays/birthday-series';
import { readGuestsByVillage, readPrivateBanquets } from '../../../src/lib/server/birthdays/birthday-trends';
import { findBirthdayBanquet } from '../../../src/lib/server/db/birthdays/birthdays';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { eraseElder, markDeparture, undoDeparture } from '../../../src/lib/server/birthdays/elders';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { cancelEvent, createEvent, publishEvent } from '../../../src/lib/server/events/events';
import {
	assignSeats,
	completeList,
	inviteElder,
	listMissing,
	moveGuest,
	readInvitations,
	recordInvitationCall,
	recordResults
} from '../../../src/lib/server/birthdays/invitations';
import { reportingPeriods } from '../../../src/lib/domain/calendar/reporting-period';
import { readFigures } from '../../../src/lib/server/figures/figures';
import { enrol, lunar } from './roll-of';
import { openTestTown, type TestTown } from '../test-town';
import { yearQuery } from '../figures/trend-query';

let town: TestTown;
beforeEach(async () => void (town = await openTestTown()));
afterEach(() => town.close());

const id = () => town.ctx.newId();
const rule = { threshold: 60, ageKind: 'nominal', cadence: 'two-months', calendar: 'lunar' } as const;

async function begin(over = {}): Promise<string> {
	const seriesId = id();
	const series = { id: seriesId, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule, ...over };
	expect(await beginBirthdaySeries(town.as('liu'), series)).toEqual({ ok: true, seriesId });
	return seriesId;
}

const plan = (seriesId: string, over = {}) => ({
	id: id(),
	seriesId,
	year: 2026,
	firstMonth: 3,
	title: '老人集体生日宴',
	place: '院坝',
	contactPhone: '02371000000',
	on: '2026-05-16',
	startsAt: '11:00',
	endsAt: '13:30',
	seats: 8,
	pricePerTable: 360,
	...over
});

/** Three elders of lunar months 3–4 on a published list. Out: the event's id. */
async function listed(): Promise<string> {
	for (const [at, name] of ['赵甲老', '钱乙老', '孙丙老'].entries())
		await enrol(town, { name, birth: lunar(1946, 3, 1 + at) });
	const act = plan(await begin());
	expect(await planBanquet(town.as('liu'), act)).toEqual({ ok: true, eventId: act.id });
	await publishEvent(town.as('liu'), { id: id(), eventId: act.id });
	return act.id;
}
const list = async (eventId: string) => readInvitations(town.ctx, (await findBirthdayBanquet(town.ctx.db, eventId))!);
const call = (invitationId: string, outcome: string, over = {}) =>
	recordInvitationCall(town.as('liu'), {
		id: id(),
		invitationId,
		outcome: outcome as 'coming',
		companions: 0,
		needsTransport: false,
		...over
	});
const settle = (
	eventId: string,
	results: { invitationId: string; result: 'attended' | 'cake-delivered' | 'absent' }[]
) => recordResults(town.as('liu'), { id: id(), eventId, results });

describe('the next banquet', () => {
	test('is proposed for each series from the roll: the first window with an elder to invite and no banquet yet', async () => {
		await enrol(town, { birth: lunar(1946, 3, 1) });
		await enrol(town, { name: '钱乙老', birth: lunar(1946, 6, 1) });
		await enrol(town, { name: '孙丙老', birth: lunar(1980, 3, 1) });
		const seriesId = await begin();
		const [first] = await proposeBanquets(town.ctx, town.units.town);
		expect(first!.next).toMatchObject({
			window: { year: 2026, firstMonth: 3, lastMonth: 4 },
			fromOn: '2026-04-17',
			suggestedOn: '2026-05-16'
		});
		expect(first!.next!.celebrants.map(({ elder }) => elder.name)).toEqual(['赵甲老']);
		await planBanquet(town.as('liu'), plan(seriesId));
		const [second] = await proposeBanquets(town.ctx, town.units.town);
		expect(second!.next!.window).toEqual({ year: 2026, firstMonth: 5, lastMonth: 6 });
		expect(await proposeBanquets(town.ctx, town.units.hesha)).toEqual([]);
	});

	test('is none where no birthday falls into the coming year, and none for an ended series', async () => {
		const seriesId = await begin();
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).toBeNull();
		await endBirthdaySeries(town.as('liu'), { id: id(), seriesId, endsOn: '2026-03-01' });
		expect(await proposeBanquets(town.ctx, town.units.sanxing)).toEqual([]);
		const again = await endBirthdaySeries(town.as('liu'), { id: id(), seriesId, endsOn: '2026-03-01' });
		expect(again).toEqual({ ok: false, refusal: 'series-already-ended' });
	});

	test('follows a corrected series, whose old settings stay in the audit entry', async () => {
		await enrol(town, { birth: lunar(1962, 3, 1) });
		const seriesId = await begin({ threshold: 70 });
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).toBeNull();
		const settings = { id: id(), seriesId, unitId: town.units.sanxing, fromOn: '2026-01-01', ...rule };
		expect(await correctBirthdaySeries(town.as('liu'), settings)).toEqual({ ok: true });
		expect((await proposeBanquets(town.ctx, town.units.sanxing))[0]!.next).not.toBeNull();
		const { rows } = await town.ctx.db.$client.execute(
			"select detail from audit_entries where verb = 'correctBirthdaySeries'"
		);
		expect(JSON.parse(String(rows[0]!.detail)).before).toMatchObject({ threshold: 70 });
	});
});

describe('a list', () => {
	test('is made with its event in one act, and the same act again makes nothing', async () => {
		await enrol(town);
		const act = plan(await begin());
		for (let nth = 0; nth < 2; nth++)
			expect(await planBanquet(town.as('liu'), act)).toEqual({ ok: true, eventId: act.id });
		const event = (await findEvent(town.ctx.db, act.id))!;
		expect(event).toMatchObject({ kind: 'birthday-banquet', publication: null, unitId: town.units.sanxing });
		expect(event.startsAt).toBe(instantOf('2026-05-16', '11:00'));
		expect(await list(act.id)).toMatchObject([{ state: 'invited', birthday: { on: '2026-04-17', age: 81 } }]);
	});

	test('is one for a window, until the banquet is called off', async () => {
		await enrol(town);
		const seriesId = await begin();
		const first = plan(seriesId);
		await planBanquet(town.as('liu'), first);
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toEqual({ ok: false, refusal: 'window-has-banquet' });
		await cancelEvent(town.as('liu'), { id: id(), eventId: first.id, reason: '下大雨' });
		expect(await planBanquet(town.as('liu'), plan(seriesId))).toMatchObject({ ok: true });
	});

	test('is not planned for a day that is past, nor by staff of another village', async () => {
		const seriesId = await begin();
		expect(await planBanquet(town.as('liu'), plan(seriesId, { on: '2026-03-01' }))).toMatchObject({
			refusal: 'date-in-past'
		});
		for (const ctx of [town.as('he'), town.as('tang'), town.visitor])
			expect(await planBanquet(ctx, plan(seriesId))).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await planBanquet(town.as('liu'), plan(id()))).toMatchObject({ refusal: 'series-unknown' });
	});

	test('can be given to a banquet on the calendar, and to no other event', async () => {
		await enrol(town);
		const seriesId = await begin();
		const make = async (kind: 'birthday-banquet' | 'performance', unitId = town.units.sanxing) => {
			const eventId = id();
			const slot = {
				id: id(),
				startsAt: instantOf('2026-05-16', '11:00'),
				endsAt: instantOf('2026-05-16', '13:00'),
				capacity: 40
			};
			const words = {
				title: '宴',
				place: '院坝',
				description: '',
				partner: '',
				contactPhone: '02371000000',
				topic: null
			};
			await createEvent(town.as('zhou'), { id: eventId, unitId, kind, ...words, slots: [slot] });
			return eventId;
		};
		const open = (eventId: string) =>
			openInvitationList(town.as('zhou'), {
				id: id(),
				eventId,
				seriesId,
				year: 2026,
				firstMonth: 3,
				seats: 8,
				pricePerTable: null
			});
		expect(await open(await make('performance'))).toEqual({ ok: false, refusal: 'not-a-birthday-banquet' });
		expect(await open(await make('birthday-banquet', town.units.hesha))).toMatchObject({
			refusal: 'series-of-other-village'
		});
		const eventId = await make('birthday-banquet');
		expect(await open(eventId)).toEqual({ ok: true });
		expect(await open(eventId)).toMatchObject({ ok: false });
		expect(await list(eventId)).toHaveLength(1);
	});

	test('takes in who came onto the roll later, and any elder of the village by hand, but none of another', async () => {
		const eventId = await listed();
		await enrol(town, { name: '李丁老', birth: lunar(1950, 4, 2) });
		expect(await listMissing(town.ctx, (await findBirthdayBanquet(town.ctx.db, eventId))!)).toHaveLength(1);
		expect(await completeList(town.as('liu'), { id: id(), eventId })).toEqual({ ok: true });
		const elderId = await enrol(town, { name: '周戊老', birth: lunar(1950, 9, 2) });
		expect(await inviteElder(town.as('liu'), { id: id(), eventId, elderId })).toEqual({ ok: true });
		expect(await list(eventId)).toHaveLength(5);
		const stranger = await enrol(town, { unitId: town.units.hesha }, 'he');
		expect(await inviteElder(town.as('zhou'), { id: id(), eventId, elderId: stranger })).toMatchObject({
			refusal: 'elder-of-other-village'
		});
		expect(await inviteElder(town.as('liu'), { id: id(), eventId, elderId: id() })).toMatchObject({
			refusal: 'elder-unknown'
		});
	});

	test('loses the dead and the erased quietly, as long as the day is to come', async () => {
		const eventId = await listed();
		const [first, second] = await list(eventId);
		await call(first!.id, 'coming');
		const departure = { id: id(), elderId: first!.elder.id, reason: 'died', departedOn: '2026-03-01' } as const;
		await markDeparture(town.as('liu'), departure);
		await eraseElder(town.as('liu'), { id: id(), elderId: second!.elder.id });
		expect((await list(eventId)).map(({ state }) => state).sort()).toEqual(['dropped', 'dropped', 'invited']);
		expect(await call(first!.id, 'declined')).toEqual({ ok: false, refusal: 'elder-gone' });
		await undoDeparture(town.as('liu'), { id: id(), elderId: first!.elder.id, departureId: departure.id });
		expect((await list(eventId)).map(({ state }) => state).sort()).toEqual(['coming', 'dropped', 'invited']);
	});
});

describe('calls and tables', () => {
	test('a call is ticked off, the last answer counts, and who was not reached stays to be asked', async () => {
		const eventId = await listed();
		const [first] = await list(eventId);
		await call(first!.id, 'not-reached');
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({ state: 'invited', calls: 1 });
		await call(first!.id, 'coming', { companions: 2, needsTransport: true });
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({
			state: 'coming',
			companions: 2,
			needsTransport: true,
			people: 3
		});
		await call(first!.id, 'declined', { companions: 2 });
		expect((await list(eventId)).find(({ id }) => id === first!.id)).toMatchObject({
			state: 'declined',
			companions: 0
		});
		for (const name of ['he', 'tang'] as const) {
			const told = {
				id: id(),
				invitationId: first!.id,
				outcome: 'coming',
				companions: 0,
				needsTransport: false
			} as const;
			expect(await recordInvitationCall(town.as(name), told)).toEqual({ ok: false, refusal: 'not-your-unit' });
		}
		await cancelEvent(town.as('liu'), { id: id(), eventId, reason: '下大雨' });
		expect(await call(first!.id, 'coming')).toEqual({ ok: false, refusal: 'event-cancelled' });
	});

	test('everyone who comes gets a table, a moved guest stays there, and the price is put right with its old value kept', async () => {
		const eventId = await listed();
		const all = await list(eventId);
		for (const { id } of all) await call(id, 'coming', { companions: 3 });
		expect(await assignSeats(town.as('liu'), { id: id(), eventId })).toEqual({ ok: true });
		expect((await list(eventId)).map(({ table }) => table).sort()).toEqual([1, 1, 2]);
		const moved = all[0]!.id;
		expect(await moveGuest(town.as('liu'), { id: id(), invitationId: moved, table: 5 })).toEqual({ ok: true });
		await assignSeats(town.as('liu'), { id: id(), eventId });
		expect((await list(eventId)).find(({ id }) => id === moved)).toMatchObject({ table: 5, isByHand: true });
		expect(await moveGuest(town.as('he'), { id: id(), invitationId: moved, table: 1 })).toMatchObject({
			refusal: 'not-your-unit'
		});
		await setTables(town.as('liu'), { id: id(), eventId, seats: 10, pricePerTable: 400 });
		const { rows } = await town.ctx.db.$client.execute(
			"select detail from audit_entries where verb = 'setBirthdayTables'"
		);
		expect(JSON.parse(String(rows[0]!.detail))).toEqual({
			before: { seats: 8, pricePerTable: 360 },
			after: { seats: 10, pricePerTable: 400 }
		});
	});
});

describe('what became of the guests', () => {
	test('is written down from the start of the banquet on, put right later, and counted once the event is completed', async () => {
		const eventId = await listed();
		const [a, b, c] = (await list(eventId)).map(({ id }) => id) as [string, string, string];
		expect(await settle(eventId, [{ invitationId: a, result: 'attended' }])).toEqual({
			ok: false,
			refusal: 'event-not-begun'
		});
		town.clock.setDate('2026-05-16', '12:00');
		const told = [
			{ invitationId: a, result: 'attended' },
			{ invitationId: b, result: 'attended' },
			{ invitationId: c, result: 'absent' }
		] as const;
		expect(await settle(eventId, [...told])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: c, result: 'cake-delivered' }])).toEqual({ ok: true });
		expect(await settle(eventId, [{ invitationId: id(), result: 'absent' }])).toMatchObject({
			refusal: 'invitation-unknown'
		});
		const read = async () => {
			const figures = await readFigures(town.ctx.db, {
				scope: town.units.town,
				periods: reportingPeriods(2026, '2026-05-17')
			});
			return figures.slice(-2).map(({ value }) => value);
		};
		expect(await read()).toEqual([null, null]);
		await completeEvent(town.as('liu'), { id: id(), eventId, attended: 9, note: '' });
		expect(await read()).toEqual([2, 1]);
		await markDeparture(town.as('liu'), {
			id: id(),
			elderId: (await list(eventId))[0]!.elder.id,
			reason: 'died',
			departedOn: '2026-05-16'
		});
		await eraseElder(town.as('liu'), { id: id(), elderId: (await list(eventId))[1]!.elder.id });
		expect(await read(), 'who was there was there').toEqual([2, 1]);
	});

	test('in public is shown by village, and an estimate of private banquets is shown apart with its formula', async () => {
		const eventId = await listed();
		const guests = await list(eventId);
		town.clock.setDate('2026-05-16', '12:00');
		await settle(
			eventId,
			guests.map(({ id }) => ({ invitationId: id, result: 'attended' as const }))
		);
		await completeEvent(town.as('liu'), { id: id(), eventId, attended: 9, note: '' });
		const query = yearQuery(town.units.town, 2026, '2026-05-17');
		const trend = await readGuestsByVillage(town.ctx.db, query);
		expect(trend.cells.find(({ key }) => key === town.units.sanxing)).toMatchObject({ value: 3, shown: 'exact' });
		expect(await readPrivateBanquets(town.ctx.db, { ...query, guests: 3 })).toBeNull();
		const supposed = { unitId: town.units.town, fromOn: '2026-01-01', sharePercent: 50, tablesEach: 10 };
		expect(await setBirthdaySupposition(town.as('liu'), { id: id(), ...supposed })).toMatchObject({
			refusal: 'not-your-unit'
		});
		await setBirthdaySupposition(town.as('zhou'), { id: id(), ...supposed });
		expect(await readPrivateBanquets(town.ctx.db, { ...query, guests: 3 })).toEqual({
			guests: 3,
			sharePercent: 50,
			tablesEach: 10,
			banquets: 2,
			tables: 15
		});
	});
});
