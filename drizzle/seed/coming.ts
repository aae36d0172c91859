import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { Context } from '../../src/lib/server/context';
import { listParties } from '../../src/lib/server/db/check-in/parties';
import { checkIn } from '../../src/lib/server/check-in/check-in';
import { cancelEvent, publishEvent } from '../../src/lib/server/events/publications';
import { createEvent } from '../../src/lib/server/events/events';
import { repeatEvent } from '../../src/lib/server/events/event-series';
import { createShift } from '../../src/lib/server/shifts/shifts';
import { takeShift } from '../../src/lib/server/shifts/shift-claims';
import { editSlot } from '../../src/lib/server/events/slot-edits';
import { checkForDrive } from './blood-drives';
import { signUpNewcomer } from './events';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { comings, type Coming } from './coming-plan';
import { playFiled } from './filed-banquets';

/** What is on in the weeks after `today`: open, full, cancelled and still being written; and a few banquets just filed. */
export async function playComing(stage: Stage, town: Town, today: string): Promise<void> {
	for (const coming of comings) await announce(stage, town, today, coming);
	await playFiled(stage, town, today);
}

async function announce(stage: Stage, town: Town, today: string, coming: Coming): Promise<void> {
	const { inDays, by, state, shifts = [], atDoor = 0 } = coming;
	const on = addDays(today, inDays);
	const ctx = stage.as(town.actors[by]);
	const event = { id: stage.id(), slots: coming.slots.map((slot) => timedSlot(stage, on, slot)) };
	stage.at(addDays(today, -6), '10:00');
	must(await createEvent(ctx, wordsOf(town, coming, event)));
	if (state === 'draft') return;
	must(await publishEvent(ctx, { id: stage.id(), eventId: event.id }));
	await signPartiesUp(stage, town, today, { kind: coming.kind, on, slots: event.slots });
	for (const [duty, from, to, needed] of shifts)
		await planShift(stage, town, ctx, { eventId: event.id, on, duty, from, to, needed });
	await openDoor(stage, ctx, event.slots[0]!.id, on, atDoor);
	stage.at(addDays(today, -1), '16:00');
	await change(stage, ctx, event, coming);
}

interface TimedSlot {
	id: string;
	startsAt: number;
	endsAt: number;
	capacity: number | null;
	/** Parties that sign up for it. */
	parties: number;
}

const timedSlot = (stage: Stage, on: string, [from, to, capacity, parties]: Coming['slots'][number]): TimedSlot => ({
	id: stage.id(),
	startsAt: instantOf(on, from),
	endsAt: instantOf(on, to),
	capacity,
	parties
});

const wordsOf = (
	town: Town,
	{ by, kind, topic, title, place, description, partner = '' }: Coming,
	{ id, slots }: { id: string; slots: TimedSlot[] }
) => ({
	id,
	unitId: by === 'townCadre' ? town.units.town : town.units[by],
	topic: topic ?? null,
	partner,
	kind,
	title,
	place,
	description,
	contactPhone: town.phone,
	slots: slots.map(({ id, startsAt, endsAt, capacity }) => ({ id, startsAt, endsAt, capacity }))
});

async function signPartiesUp(
	stage: Stage,
	town: Town,
	today: string,
	{ kind, on, slots }: { kind: Coming['kind']; on: string; slots: TimedSlot[] }
): Promise<void> {
	for (const { id, parties } of slots) {
		for (let i = 0; i < parties; i++) {
			stage.at(addDays(today, -5 + (i % 5)), `1${i % 10}:15`);
			await (kind === 'blood-drive'
				? signUpNewcomer(stage, town, id, 1, checkForDrive(stage, on))
				: signUpNewcomer(stage, town, id, 1 + (i % 2)));
		}
	}
}

/** What becomes of an event after people have signed up: it repeats, is put off, or is cancelled. */
async function change(
	stage: Stage,
	ctx: Context,
	{ id: eventId, slots }: { id: string; slots: TimedSlot[] },
	{ again, later, state }: Coming
): Promise<void> {
	if (again) must(await repeatEvent(ctx, { id: stage.id(), eventId, rule: 'lunar-day', every: 1, times: again }));
	if (later) {
		const { id: slotId, startsAt, endsAt, capacity } = slots[0]!;
		const moved = { startsAt: startsAt + later * 60_000, endsAt: endsAt + later * 60_000 };
		must(await editSlot(ctx, { id: stage.id(), eventId, slotId, capacity, ...moved, reason: '医生早上有门诊' }));
	}
	if (state === 'cancelled')
		must(await cancelEvent(ctx, { id: stage.id(), eventId, reason: '宣讲员身体不适，改期再办' }));
}

/** The first parties of the list are in, one after the other. */
async function openDoor(stage: Stage, ctx: Context, slotId: string, on: string, count: number): Promise<void> {
	const parties = (await listParties(ctx.db, slotId)).slice(0, count);
	for (const [nth, { id }] of parties.entries()) {
		stage.at(on, `07:${40 + nth}`);
		must(await checkIn(ctx, { id: stage.id(), slotId, signupId: id, people: null, how: 'list' }));
	}
}

async function planShift(
	stage: Stage,
	town: Town,
	ctx: Context,
	{
		eventId,
		on,
		duty,
		from,
		to,
		needed
	}: { eventId: string; on: string; duty: string; from: string; to: string; needed: number }
): Promise<void> {
	const shiftId = stage.id();
	const times = { startsAt: instantOf(on, from), endsAt: instantOf(on, to) };
	must(await createShift(ctx, { id: shiftId, eventId, duty, needed, ...times }));
	if (duty === '迎宾签到') must(await takeShift(stage.as(town.actors.volunteer), { id: stage.id(), shiftId }));
	if (duty === '门口签到') must(await takeShift(stage.as(town.actors.secondVolunteer), { id: stage.id(), shiftId }));
	if (duty === '填表引导') must(await takeShift(stage.as(town.actors.secondVolunteer), { id: stage.id(), shiftId }));
}
