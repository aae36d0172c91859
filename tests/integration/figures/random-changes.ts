import { eq } from 'drizzle-orm';
import { occasions } from '../../../src/lib/domain/banquets/banquet';
import { activities } from '../../../src/lib/server/db/schema/activities/activities';
import { banquetOutcomes, banquetRemovals, banquets } from '../../../src/lib/server/db/schema/banquets/banquets';
import { dissuasions } from '../../../src/lib/server/db/schema/banquets/dissuasions';
import { eventCompletions, events } from '../../../src/lib/server/db/schema/events/events';
import { recordedKinds, type RandomTown } from './random-town';

/** Corrects or removes about half of a town's records, each kind by itself. */
export async function changeAtRandom(random: RandomTown): Promise<void> {
	await changeActivities(random);
	await changeBanquets(random);
	await changeEvents(random);
}

const half = ({ chance }: RandomTown, list: string[]) => list.filter(() => chance(0.5));

async function changeActivities(random: RandomTown): Promise<void> {
	const { town, dice, unit, day, ids } = random;
	for (const id of half(random, ids.activity)) {
		const change = {
			unitId: town.units[unit()],
			doneOn: day(),
			kind: dice.pick(recordedKinds),
			quantity: dice.between(1, 9)
		};
		await town.ctx.db.update(activities).set(change).where(eq(activities.id, id));
	}
}

async function changeBanquets(random: RandomTown): Promise<void> {
	const { town, dice, unit, day, ids } = random;
	const { db } = town.ctx;
	for (const id of half(random, ids.banquet)) {
		const change = {
			unitId: town.units[unit()],
			declaredOn: day(),
			occasion: dice.pick(occasions),
			origin: dice.pick(['declared', 'found'] as const)
		};
		await db.update(banquets).set(change).where(eq(banquets.id, id));
		await db.update(banquetOutcomes).set({ endedOn: day() }).where(eq(banquetOutcomes.banquetId, id));
	}
	for (const id of half(random, ids.dissuasion))
		await db.update(dissuasions).set({ wentOn: day() }).where(eq(dissuasions.id, id));
	for (const banquetId of half(random, ids.banquet))
		await db.insert(banquetRemovals).values({ banquetId, reason: '重复', at: 0 });
}

async function changeEvents(random: RandomTown): Promise<void> {
	const { town, dice, unit, ids } = random;
	const { db } = town.ctx;
	for (const id of half(random, ids.event)) {
		await db.update(events).set({ unitId: town.units[unit()], topic: 'health' }).where(eq(events.id, id));
		const attended = dice.between(0, 99);
		await db.update(eventCompletions).set({ attended }).where(eq(eventCompletions.eventId, id));
	}
}
