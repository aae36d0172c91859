import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { completeEvent } from '../../src/lib/server/events/event-completions';
import { createEvent } from '../../src/lib/server/events/events';
import { publishEvent } from '../../src/lib/server/events/publications';
import { answerHours, sayHours } from '../../src/lib/server/shifts/shift-hours';
import { askColleague } from '../../src/lib/server/shifts/shift-requests';
import { joinLine } from '../../src/lib/server/shifts/shift-waits';
import { createShift } from '../../src/lib/server/shifts/shifts';
import { takeShift } from '../../src/lib/server/shifts/shift-claims';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { held, type Held, type Served, type Helper } from './shift-plan';

/** Volunteers' shifts at every stage: held and confirmed, held and disputed, held without a number yet; to come, waited for, asked about. */
export async function playShifts(stage: Stage, town: Town, today: string): Promise<void> {
	for (const plan of held) await hold(stage, town, addDays(today, -plan.daysAgo), plan);
	await playMeals(stage, town, today);
}

async function hold(stage: Stage, town: Town, on: string, { title, place, description, shifts }: Held): Promise<void> {
	const cadre = stage.as(town.actors.townCadre);
	const words = { title, place, description };
	const eventId = await publish(stage, town, { on, from: '08:30', to: '13:30', before: 10, ...words });
	const served: [claimId: string, Served][] = [];
	for (const [duty, from, to, needed, people] of shifts) {
		const shiftId = await plan(stage, town, { eventId, on, duty, from, to, needed });
		for (const person of people) served.push([await take(stage, town, person.who, shiftId), person]);
	}
	stage.at(on, '17:00');
	must(await completeEvent(cadre, { id: stage.id(), eventId, attended: 60 + served.length, note: '' }));
	for (const [claimId, { who, stated, answer }] of served) {
		if (stated === undefined) continue;
		stage.at(on, '19:30');
		must(await sayHours(stage.as(town.actors[who]), { id: stage.id(), claimId, minutes: stated, wordsRead: 0 }));
		if (answer === undefined) continue;
		const [minutes, reason] = answer === 'confirmed' ? [stated, ''] : answer;
		stage.at(addDays(on, 1), '09:15');
		must(await answerHours(cadre, { id: stage.id(), claimId, minutes, reason, wordsRead: 1 }));
	}
}

/** To come: a full shift with a volunteer in line, and one that its holder would like to hand over. */
async function playMeals(stage: Stage, town: Town, today: string): Promise<void> {
	const on = addDays(today, 22);
	const eventId = await publish(stage, town, {
		on,
		from: '08:30',
		to: '14:00',
		before: 25,
		title: '邻里互助送餐日',
		place: '镇文化站食堂',
		description: '给独居和行动不便的老人送一顿热饭。想来帮忙的，当天直接来也行。'
	});
	const kitchen = await plan(stage, town, { eventId, on, duty: '帮厨', from: '08:30', to: '11:00', needed: 1 });
	const delivery = await plan(stage, town, { eventId, on, duty: '送餐', from: '11:00', to: '12:30', needed: 2 });
	await plan(stage, town, { eventId, on, duty: '收拾碗筷', from: '12:30', to: '14:00', needed: 3 });
	stage.at(addDays(today, -2), '20:10');
	await take(stage, town, 'secondVolunteer', kitchen);
	const claimId = await take(stage, town, 'volunteer', delivery);
	const mei = stage.as(town.actors.volunteer);
	must(await joinLine(mei, { id: stage.id(), shiftId: kitchen }));
	const tang = town.actors.secondVolunteer;
	if (tang.kind !== 'account') throw new Error('a volunteer has an account');
	must(await askColleague(mei, { id: stage.id(), claimId, toId: tang.accountId, wantedClaimId: null }));
}

async function publish(
	stage: Stage,
	town: Town,
	{
		on,
		from,
		to,
		before,
		...words
	}: Record<'on' | 'from' | 'to' | 'title' | 'place' | 'description', string> & {
		/** Days before the event. */
		before: number;
	}
): Promise<string> {
	const cadre = stage.as(town.actors.townCadre);
	const eventId = stage.id();
	stage.at(addDays(on, -before), '10:00');
	must(
		await createEvent(cadre, {
			id: eventId,
			unitId: town.units.town,
			kind: 'volunteer-day',
			topic: 'other',
			...words,
			partner: '',
			contactPhone: town.phone,
			slots: [{ id: stage.id(), startsAt: instantOf(on, from), endsAt: instantOf(on, to), capacity: null }]
		})
	);
	must(await publishEvent(cadre, { id: stage.id(), eventId }));
	return eventId;
}

async function plan(
	stage: Stage,
	town: Town,
	{ on, from, to, ...shift }: Record<'eventId' | 'on' | 'duty' | 'from' | 'to', string> & { needed: number }
): Promise<string> {
	const id = stage.id();
	const times = { startsAt: instantOf(on, from), endsAt: instantOf(on, to) };
	must(await createShift(stage.as(town.actors.townCadre), { id, ...shift, ...times }));
	return id;
}

async function take(stage: Stage, town: Town, who: Helper, shiftId: string): Promise<string> {
	return must(await takeShift(stage.as(town.actors[who]), { id: stage.id(), shiftId })).claimId;
}
