import { addDays } from '../../src/lib/domain/calendar/calendar';
import { confirmDissuasion } from '../../src/lib/server/banquets/dissuasion-confirmations';
import { recordDissuasion } from '../../src/lib/server/banquets/dissuasions';
import { must, spreadDates, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { dayIn, declare, noOccasions } from './declare-banquet';
import { drifted, type LaterYear, type PublishedYear } from './years';

type Outcome = 'cancelled' | 'reduced' | 'family-meal' | 'went-ahead';

/** Every village held banquets in this month, so that one without outcome leaves no month open that is else zero. */
const monthOfOthers = 12;

/** How many were called off and confirmed by the town's cadre, and others, which do not count. */
const plans: Record<PublishedYear, { counted: number; others: Outcome[] }> = {
	2023: { counted: 5, others: [] },
	2024: { counted: 17, others: ['reduced', 'reduced', 'reduced', 'family-meal', 'family-meal', 'went-ahead'] }
};

export async function playDissuasions(stage: Stage, town: Town, year: PublishedYear): Promise<void> {
	const { counted, others } = plans[year];
	for (const [i, outcome] of outcomesOf(counted, others).entries())
		await dissuade(stage, town, i, outcome, dayIn(stage, year, i < counted ? 3 + (i % 9) : monthOfOthers));
}

/** A later year's dissuasions, those that are confirmed by its last day; a little fewer than in 2024. */
export async function playLaterDissuasions({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	const stage = stageOf('dissuasions');
	const outcomes = stage.dice.shuffle(outcomesOf(drifted(14, year, 0), laterOthers));
	for (const [i, plannedOn] of spreadDates(stage.dice, year, outcomes.length, [2, 11]).entries())
		if (addDays(plannedOn, -2) <= lastOn) await dissuade(stage, town, i, outcomes[i]!, plannedOn);
}

/** Each ends its banquet: one that waits for its outcome would leave its month open for good. */
const laterOthers = Array<Outcome>(6).fill('family-meal');

const outcomesOf = (counted: number, others: Outcome[]) => [...Array<Outcome>(counted).fill('cancelled'), ...others];

async function dissuade(stage: Stage, town: Town, i: number, outcome: Outcome, plannedOn: string): Promise<void> {
	const intended = await declare(stage, town, villageKeys[i % 4]!, noOccasions[i % noOccasions.length]!, plannedOn);
	const wentOn = addDays(plannedOn, -3);
	stage.at(wentOn, '16:30');
	const id = stage.id();
	must(await recordDissuasion(intended.ctx, { id, banquetId: intended.banquetId, wentOn, outcome, note: '' }));
	stage.at(addDays(wentOn, 1), '09:30');
	must(await confirmDissuasion(stage.as(town.actors.townCadre), { id: stage.id(), dissuasionId: id }));
}
