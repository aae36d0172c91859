import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { addMonths, instantOf } from '../../../src/lib/domain/calendar/calendar';
import { setDonationStandard } from '../../../src/lib/server/blood/donation-standards';
import { findStandardOn } from '../../../src/lib/server/db/blood/donation-standards';
import {
	askDonationReminder,
	dropDonationReminder,
	readNextDonation
} from '../../../src/lib/server/blood/donation-reminders';
import { recordDonations, type ResultLine } from '../../../src/lib/server/blood/donations';
import { listDonations } from '../../../src/lib/server/db/blood/donations';
import { findEvent } from '../../../src/lib/server/db/events/events';
import { makeCheckToken, readCheckToken, type DonorCheck } from '../../../src/lib/server/blood/donor-check';
import { checkIn, undoCheckIn, walkIn } from '../../../src/lib/server/check-in/check-in';
import { completeEvent } from '../../../src/lib/server/events/event-completions';
import { createEvent, editEvent, publishEvent } from '../../../src/lib/server/events/events';
import { toLedgerFile } from '../../../src/lib/server/ledgers/ledger-file';
import { drainOutbox } from '../../../src/lib/server/messages/outbox/worker';
import { enterSignups } from '../../../src/lib/server/signups/paper-list';
import { erasePersonalData } from '../../../src/lib/server/people/retention';
import { changeParty, signUp, withdrawSignup } from '../../../src/lib/server/signups/signups';
import { layOutSlots } from '../../../src/lib/server/events/slot-layout';
import {
	giveStationConsent,
	handOverList,
	withdrawStationConsent
} from '../../../src/lib/server/blood/station-consents';
import { newSignup } from '../events/open-slot';
import { openTestTown, type TestTown } from '../test-town';

const on = '2026-04-01';
let town: TestTown;
let eventId: string;
let slotId: string;

beforeEach(async () => {
	town = await openTestTown();
	const liu = town.as('liu');
	[eventId, slotId] = [liu.newId(), liu.newId()];
	const words = { title: '无偿献血', place: '文化广场', description: '', partner: '试验血站', topic: null } as const;
	const slots = [{ id: slotId, startsAt: instantOf(on, '09:00'), endsAt: instantOf(on, '11:00'), capacity: 4 }];
	const drive = { id: eventId, unitId: town.units.sanxing, kind: 'blood-drive', contactPhone: '02371234567' } as const;
	expect(await createEvent(liu, { ...drive, ...words, slots })).toMatchObject({ ok: true });
	expect(await publishEvent(liu, { id: liu.newId(), eventId })).toEqual({ ok: true });
});
afterEach(() => town.close());

const id = () => town.ctx.newId();
const check = (over: Partial<DonorCheck> = {}) =>
	makeCheckToken(town.ctx.keys, { outcome: 'eligible', standard: 'gb-18467-2011', on, ...over }, town.ctx.now());

/** A villager signs up after a self-check. */
async function donor(over: { check?: string | null; partySize?: number; mayHandOver?: boolean } = {}) {
	const command = { ...newSignup(town, slotId), check: check(), ...over };
	return { signupId: command.id, answer: await signUp(town.visitor, command) };
}

const begin = () => town.clock.setDate(on, '09:10');
const record = (lines: ResultLine[], as: 'liu' | 'he' | 'mei' | 'zhou' = 'liu') =>
	recordDonations(town.as(as), { id: id(), eventId, lines });
const line = (signupId: string | null, code: string, donationId: string | null = null) => ({
	signupId,
	donationId,
	code
});

async function rowsOf(query: string) {
	return (await town.ctx.db.$client.execute(query)).rows;
}

describe('signing up for a blood drive', () => {
	it('takes one person after a self-check, and keeps its outcome, standard and day alone', async () => {
		const { answer, signupId } = await donor({ check: check({ outcome: 'ask-station' }) });
		expect(answer).toMatchObject({ ok: true, place: 'confirmed' });
		expect(await rowsOf('select * from donor_checks')).toMatchObject([
			{ signup_id: signupId, outcome: 'ask-station', standard: 'gb-18467-2011', on_date: on }
		]);
		expect(Object.keys((await rowsOf('select * from donor_checks'))[0]!)).toHaveLength(5);
	});

	it('is refused without a self-check, and with one for another day, for every writer', async () => {
		expect((await donor({ check: null })).answer).toEqual({ ok: false, refusal: 'check-missing' });
		expect((await donor({ check: check({ on: '2026-04-02' }) })).answer).toEqual({
			ok: false,
			refusal: 'check-missing'
		});
		expect(await rowsOf('select id from signups')).toEqual([]);
		expect(await rowsOf('select signup_id from donor_checks'), 'nothing is written').toEqual([]);
	});

	it('is refused with a self-check that was changed, or is older than two hours', async () => {
		const token = check({ outcome: 'ask-station' });
		expect((await donor({ check: token.replace('ask-station', 'eligible') })).answer).toMatchObject({
			refusal: 'check-expired'
		});
		town.clock.advance(2 * 3_600_000);
		expect((await donor({ check: token })).answer).toMatchObject({ refusal: 'check-expired' });
		expect(readCheckToken(town.ctx.keys, 'nonsense', town.ctx.now())).toBeNull();
	});

	it('is for one person each: online, on paper, at the door and on the slip', async () => {
		expect((await donor({ partySize: 2 })).answer).toEqual({ ok: false, refusal: 'one-person-each' });
		const { signupId } = await donor();
		expect(await changeParty(town.visitor, { id: id(), signupId, partySize: 2 })).toMatchObject({
			refusal: 'one-person-each'
		});
		const party = { id: id(), name: '试名乙', phone: null, villageId: null, partySize: 2 };
		expect(await enterSignups(town.as('liu'), { id: id(), slotId, parties: [party] })).toMatchObject({
			refusal: 'one-person-each'
		});
		begin();
		const walk = { id: id(), slotId, eventId, name: '' };
		expect(await walkIn(town.as('liu'), { ...walk, partySize: 2 })).toMatchObject({ refusal: 'one-person-each' });
	});

	it('on paper and at the door needs no self-check: the station decides on site', async () => {
		const party = { id: id(), name: '试名乙', phone: null, villageId: null, partySize: 1 };
		expect(await enterSignups(town.as('liu'), { id: id(), slotId, parties: [party] })).toMatchObject({ ok: true });
		begin();
		expect(await walkIn(town.as('liu'), { id: id(), slotId, eventId, name: '', partySize: 1 })).toMatchObject({
			ok: true
		});
	});

	it('again with the same form lands once, with its consent', async () => {
		const command = { ...newSignup(town, slotId), check: check(), mayHandOver: true };
		expect(await signUp(town.visitor, command)).toEqual(await signUp(town.visitor, command));
		expect(await rowsOf('select id from station_consents')).toHaveLength(1);
	});

	it('keeps an event from becoming a blood drive, or from being one no more', async () => {
		await donor();
		const { title, place, description, partner, contactPhone, unitId } = (await findEvent(town.ctx.db, eventId))!;
		const words = { title, place, description, partner, contactPhone, unitId };
		const lecture = { ...words, id: id(), eventId, kind: 'lecture', topic: 'health' } as const;
		expect(await editEvent(town.as('liu'), lecture)).toEqual({ ok: false, refusal: 'kind-has-signups' });
	});
});

describe('laying out a drive', () => {
	const layOut = (over: object = {}, as: 'liu' | 'he' | 'mei' = 'liu') =>
		layOutSlots(town.as(as), {
			id: id(),
			eventId,
			startsAt: instantOf(on, '09:00'),
			endsAt: instantOf(on, '10:30'),
			beds: 3,
			...over
		});
	const slots = async () => (await findEvent(town.ctx.db, eventId))!.slots;

	it('makes a slot a quarter-hour with the beds as its places, in place of slots without sign-ups', async () => {
		expect(await layOut()).toEqual({ ok: true });
		expect((await slots()).map(({ capacity }) => capacity)).toEqual([3, 3, 3, 3, 3, 3]);
		expect(await layOut({ beds: 5 }), 'again mends it').toEqual({ ok: true });
		expect((await slots()).map(({ capacity }) => capacity)).toEqual([5, 5, 5, 5, 5, 5]);
	});

	it('sent twice is laid out once', async () => {
		const act = { id: id() };
		await layOut(act);
		expect(await layOut(act)).toEqual({ ok: true });
		expect(await slots()).toHaveLength(6);
	});

	it('leaves all as it is where there is a sign-up, or the span is not made of quarter-hours', async () => {
		expect(await layOut({ endsAt: instantOf(on, '10:20') })).toEqual({ ok: false, refusal: 'quarter-hours-only' });
		await donor();
		expect(await layOut()).toEqual({ ok: false, refusal: 'slot-has-signups' });
		expect((await slots()).map(({ id }) => id)).toEqual([slotId]);
	});

	it('is for staff of its unit', async () => {
		expect(await layOut({}, 'he')).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await layOut({}, 'mei')).toEqual({ ok: false, refusal: 'not-your-unit' });
	});
});

describe('the list for the station', () => {
	const list = (as: 'liu' | 'he' | 'mei' | 'zhou' = 'liu') => handOverList(town.as(as), { id: id(), eventId });
	const names = async () => {
		const read = await list();
		return read.ok ? read.people.length : -1;
	};

	it('holds only those who agreed, have a place and did not withdraw; and the trail keeps that it was taken', async () => {
		await donor();
		const { signupId } = await donor({ mayHandOver: true });
		const gone = await donor({ mayHandOver: true });
		await withdrawSignup(town.visitor, { id: id(), signupId: gone.signupId });
		const read = await list();
		expect(read).toMatchObject({ ok: true, people: [{ name: '试名甲', asksStation: false }] });
		expect(await rowsOf(`select verb, detail from audit_entries where verb = 'handOverList'`)).toMatchObject([
			{ detail: JSON.stringify({ people: 1, partner: '试验血站' }) }
		]);
		expect(JSON.stringify(await rowsOf('select detail from audit_entries'))).not.toContain('试名');
		expect(signupId).toBeTruthy();
	});

	it('leaves out who takes the consent back, and takes in who gives it later', async () => {
		const { signupId } = await donor({ mayHandOver: true });
		expect(await names()).toBe(1);
		for (const _ of [1, 2])
			expect(await withdrawStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		expect(await names()).toBe(0);
		for (const _ of [1, 2])
			expect(await giveStationConsent(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		expect(await names()).toBe(1);
		expect(await rowsOf('select id from station_consents'), 'each consent is a record of its own').toHaveLength(2);
	});

	it('takes no consent for a sign-up that was withdrawn', async () => {
		const { signupId } = await donor();
		await withdrawSignup(town.visitor, { id: id(), signupId });
		expect(await giveStationConsent(town.visitor, { id: id(), signupId })).toEqual({
			ok: false,
			refusal: 'signup-withdrawn'
		});
	});

	it('is for staff of its unit, not for another village nor a volunteer', async () => {
		for (const name of ['he', 'mei'] as const)
			expect(await list(name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await list('zhou')).toMatchObject({ ok: true });
	});

	it('as a file keeps telephones as text and days as dates, and its header stays in sight', async () => {
		const file = toLedgerFile({
			title: '名单/一',
			facts: [{ term: '单位', value: '三星村' }],
			columns: [
				{ label: '电话', width: 16, kind: 'text' },
				{ label: '日期', width: 12, kind: 'date' },
				{ label: '数量', width: 8, kind: 'number' }
			],
			rows: [['013800000000', '2026-04-01', 3]]
		});
		const sheet = (await readXlsx(new Uint8Array(await new Response(file).arrayBuffer()))).sheets[0]!;
		expect(sheet.rows[0]![0]).toBe('名单/一');
		expect(sheet.rows[1]![0]).toBe('单位：三星村');
		expect(sheet.rows[3]).toEqual(['电话', '日期', '数量']);
		const [phone, day, count] = sheet.rows[4]!;
		expect([phone, count]).toEqual(['013800000000', 3]);
		expect(day).toBeInstanceOf(Date);
		expect((day as Date).toISOString().slice(0, 10)).toBe('2026-04-01');
		expect(sheet.freezePane).toMatchObject({ rows: 4 });
	});
});

describe('results of a drive', () => {
	it('are taken from its start on, of its own list, by staff of its unit', async () => {
		const { signupId } = await donor();
		expect(await record([line(signupId, 'first/whole-blood/400')])).toEqual({ ok: false, refusal: 'event-not-begun' });
		begin();
		for (const name of ['he', 'mei'] as const)
			expect(await record([line(signupId, 'deferred')], name)).toEqual({ ok: false, refusal: 'not-your-unit' });
		expect(await record([line(id(), 'deferred')])).toMatchObject({ ok: false });
		expect(await record([line(signupId, 'first/whole-blood/250')])).toEqual({ ok: false, refusal: 'result-unknown' });
		expect(await record([line(signupId, 'first/whole-blood/400'), line(null, 'repeat/platelets/1')])).toEqual({
			ok: true
		});
		expect((await listDonations(town.ctx.db, eventId)).map(({ result }) => result)).toEqual([
			{ outcome: 'donated', kind: 'whole-blood', amount: 400, isFirst: true },
			{ outcome: 'donated', kind: 'platelets', amount: 1, isFirst: false }
		]);
	});

	it('are corrected with the old value in the trail, and taken back', async () => {
		const { signupId } = await donor();
		begin();
		await record([line(signupId, 'first/whole-blood/400')]);
		const [{ id: donationId } = { id: '' }] = await listDonations(town.ctx.db, eventId);
		await record([line(signupId, 'deferred', donationId)]);
		const entries = await rowsOf(`select detail from audit_entries where verb = 'recordDonations' order by rowid`);
		expect(JSON.parse(String(entries[1]!.detail))).toEqual({
			results: [{ donationId, before: 'first/whole-blood/400', after: 'deferred' }]
		});
		expect(await record([line(signupId, '', donationId)])).toEqual({ ok: true });
		expect(await listDonations(town.ctx.db, eventId)).toEqual([]);
		expect(await record([line(signupId, 'repeat/whole-blood/200')]), 'and written anew').toEqual({ ok: true });
	});

	it('of one person written by two at once are stored once', async () => {
		const { signupId } = await donor();
		begin();
		expect(await record([line(signupId, 'first/whole-blood/400')])).toEqual({ ok: true });
		expect(await record([line(signupId, 'first/whole-blood/200')])).toEqual({ ok: false, refusal: 'results-changed' });
	});

	it('are what the completion says, whatever is typed in, and move it when they are mended later', async () => {
		const liu = town.as('liu');
		const one = await donor();
		const two = await donor();
		begin();
		await record([line(one.signupId, 'first/whole-blood/400'), line(two.signupId, 'deferred')]);
		const told = { id: id(), eventId, attended: 2, donors: 40, millilitres: 9999, note: '' };
		expect(await completeEvent(liu, told)).toEqual({ ok: true });
		const completion = async () => (await findEvent(town.ctx.db, eventId))!.completion;
		expect(await completion()).toMatchObject({ attended: 2, donors: 1, millilitres: 400 });
		const standing = await listDonations(town.ctx.db, eventId);
		const deferred = standing.find(({ signupId }) => signupId === two.signupId)!;
		await record([line(two.signupId, 'repeat/whole-blood/300', deferred.id)]);
		expect(await completion()).toMatchObject({ donors: 2, millilitres: 700 });
		await expect(town.ctx.db.$client.execute('update event_completions set donors = 5, attended = 9')).rejects.toThrow(
			'results-say-otherwise'
		);
		expect(await record([line(null, 'first/whole-blood/200')]), 'more donors than people').toEqual({
			ok: false,
			refusal: 'donors-more-than-attended'
		});
	});

	it('keep the door from taking the walk-in back', async () => {
		const liu = town.as('liu');
		begin();
		const signupId = id();
		await walkIn(liu, { id: signupId, slotId, eventId, name: '', partySize: 1 });
		await record([line(signupId, 'first/whole-blood/200')]);
		expect(await undoCheckIn(liu, { id: id(), checkInId: signupId })).toEqual({ ok: false, refusal: 'has-result' });
	});
});

describe('after giving', () => {
	/** A donor who gave 400 ml on the day. */
	async function gave() {
		const { signupId } = await donor();
		begin();
		await checkIn(town.as('liu'), { id: id(), slotId, signupId, people: null, how: 'list' });
		await record([line(signupId, 'first/whole-blood/400')]);
		return signupId;
	}
	const next = (signupId: string) =>
		readNextDonation(town.visitor, { id: signupId, slotStartsAt: instantOf(on, '09:00') });

	it('the next days are told by the standard in force', async () => {
		const signupId = await gave();
		expect(await next(signupId)).toEqual({ wholeBloodOn: '2026-10-01', plateletsOn: '2026-07-01' });
		const draft = { id: id(), standard: 'draft-2025', fromOn: '2026-04-01' } as const;
		expect(await setDonationStandard(town.as('zhou'), draft)).toEqual({ ok: true });
		expect(await next(signupId)).toMatchObject({ wholeBloodOn: '2026-06-30' });
	});

	it('none are told to who was deferred, and no reminder is taken', async () => {
		const { signupId } = await donor();
		begin();
		await record([line(signupId, 'deferred')]);
		expect(await next(signupId)).toBeNull();
		expect(await askDonationReminder(town.visitor, { id: id(), signupId })).toEqual({
			ok: false,
			refusal: 'no-donation'
		});
	});

	const drain = () =>
		drainOutbox({
			ctx: town.ctx,
			channels: { email: null, sms: null },
			words: () => ({ subject: '', text: '' })
		});
	const due = () => rowsOf(`select state, reason from messages where kind = 'donation-due'`);

	it('the reminder goes out on its day, once; the telephone is kept until then and erased after', async () => {
		const signupId = await gave();
		for (const _ of [1, 2])
			expect(await askDonationReminder(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		town.clock.setDate('2026-09-30', '10:00');
		await drain();
		expect(await due()).toEqual([]);
		expect(await erasePersonalData(town.ctx), 'due by the days, but awaited').toBe(0);
		town.clock.setDate('2026-10-01', '10:00');
		for (const _ of [1, 2]) await drain();
		expect(await due()).toMatchObject([{ state: 'call' }]);
		expect(await erasePersonalData(town.ctx)).toBe(0);
		await town.ctx.db.$client.execute(`update messages set state = 'called' where kind = 'donation-due'`);
		expect(await erasePersonalData(town.ctx)).toBe(1);
	});

	it('a reminder taken back is not sent, and keeps nothing', async () => {
		const signupId = await gave();
		await askDonationReminder(town.visitor, { id: id(), signupId });
		town.clock.setDate('2026-10-01', '10:00');
		await drain();
		for (const _ of [1, 2])
			expect(await dropDonationReminder(town.visitor, { id: id(), signupId })).toEqual({ ok: true });
		await drain();
		expect(await due()).toMatchObject([{ state: 'dropped', reason: 'not-wanted' }]);
		expect(await erasePersonalData(town.ctx)).toBe(1);
	});

	it('a reminder that never went out keeps no telephone number for longer than thirty days', async () => {
		const signupId = await gave();
		await askDonationReminder(town.visitor, { id: id(), signupId });
		town.clock.setDate(addMonths('2026-10-01', 1), '10:00');
		expect(await erasePersonalData(town.ctx)).toBe(1);
		await drain();
		expect(await due(), 'and it is not sent late').toEqual([]);
	});
});

describe('the standard in force', () => {
	it('is set from a day on by an administrator of the whole installation', async () => {
		const draft = { standard: 'draft-2025', fromOn: '2026-07-01' } as const;
		expect(await setDonationStandard(town.as('liu'), { id: id(), ...draft })).toEqual({
			ok: false,
			refusal: 'not-your-unit'
		});
		expect(await setDonationStandard(town.as('zhou'), { id: id(), ...draft })).toEqual({ ok: true });
		expect((await findStandardOn(town.ctx.db, '2026-06-30')).id).toBe('gb-18467-2011');
		expect((await findStandardOn(town.ctx.db, '2026-07-01')).id).toBe('draft-2025');
	});
});
