import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import { completeEvent } from '../../src/lib/server/events/event-completions';
import { createEvent } from '../../src/lib/server/events/events';
import { publishEvent } from '../../src/lib/server/events/publications';
import { signUp } from '../../src/lib/server/signups/signups';
import { checkForDrive, playDrive } from './blood-drives';
import { eventPlans, type EventPlan } from './event-plan';
import { must, spreadDates, type Stage } from './stage';
import type { VillageKey } from './banquet-plan';
import { paces } from './target-plan';
import { villageKeys, type Town } from './town';
import { drifted, inTurn, publishedYears, type LaterYear } from './years';

/** Both published years' events, each published, signed up for, held and completed. */
export async function playEvents(stage: Stage, town: Town): Promise<void> {
	for (const plan of eventPlans) {
		for (const year of publishedYears) {
			for (const [i, on] of spreadDates(stage.dice, year, plan[year], plan.months).entries()) {
				await holdEvent(stage, town, plan, on, { nth: i, village: villageKeys[i % villageKeys.length]! });
			}
		}
	}
}

/** The last days belong to a lecture that was held just now (lectures.ts). */
const latelyFor = 3;

/** The events of a later year, about as many as in 2024; fewer sign up for them on a phone. */
export async function playLaterEvents({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	await Promise.all(
		eventPlans.map(async (plan, nth) => {
			const stage = stageOf('events', nth);
			const dates = spreadDates(stage.dice, year, drifted(plan[2024], year, 500 + nth), plan.months);
			const villages = inTurn(paces, dates.length);
			const signups = Math.ceil(plan.signups / 6);
			for (const [i, on] of dates.entries()) {
				if (addDays(on, latelyFor) > lastOn) break;
				await holdEvent(stage, town, { ...plan, signups }, on, { nth: i, village: villages[i]! });
			}
		})
	);
}

/** One event from its draft to its completion; `nth` gives the title in turn. */
export async function holdEvent(
	stage: Stage,
	town: Town,
	plan: EventPlan,
	on: string,
	{ nth, village }: { nth: number; village: VillageKey }
): Promise<void> {
	const isDrive = plan.kind === 'blood-drive';
	const isTowns = plan.kind === 'blood-drive' || plan.kind === 'volunteer-day';
	const ctx = stage.as(isTowns ? town.actors.townCadre : town.actors[village]);
	const eventId = stage.id();
	const slotId = stage.id();
	stage.at(addDays(on, -12), '10:00');
	must(
		await createEvent(ctx, {
			id: eventId,
			unitId: isTowns ? town.units.town : town.units[village],
			kind: plan.kind,
			topic: plan.topic,
			title: plan.titles[nth % plan.titles.length]!,
			place: isTowns ? plan.place : `${town.names[village]}${plan.place.replace(/^村/, '')}`,
			description: plan.description,
			partner: plan.partner,
			contactPhone: town.phone,
			slots: [{ id: slotId, startsAt: instantOf(on, '09:30'), endsAt: instantOf(on, '11:30'), capacity: plan.capacity }]
		})
	);
	must(await publishEvent(ctx, { id: stage.id(), eventId }));
	for (let i = 0; i < plan.signups; i++) {
		stage.at(addDays(on, -1 - (i % 9)), '19:00');
		const partySize = stage.dice.between(1, 3);
		await (isDrive
			? signUpNewcomer(stage, town, slotId, 1, checkForDrive(stage, on))
			: signUpNewcomer(stage, town, slotId, partySize));
	}
	const attended = stage.dice.between(...plan.attended);
	const donors = Math.floor(attended * 0.8);
	const millilitres = isDrive ? donors * 300 + stage.dice.between(0, 8) * 100 : null;
	if (isDrive) await playDrive(stage, town, { eventId, slotId, on, attended, donors });
	stage.at(on, '17:00');
	must(
		await completeEvent(ctx, {
			id: stage.id(),
			eventId,
			attended,
			...(isDrive && { donors, millilitres }),
			note: ''
		})
	);
}

/** A new villager signs up a small party; for a blood drive with the outcome of a self-check. */
export async function signUpNewcomer(
	stage: Stage,
	town: Town,
	slotId: string,
	partySize: number,
	check: string | null = null
) {
	const village = stage.dice.pick(villageKeys);
	const id = stage.id();
	const words = { id, slotId, ...stage.newPerson(), villageId: town.units[village], partySize, check };
	must(await signUp(stage.villager, words));
	return id;
}
