import { addDays } from '../../src/lib/domain/calendar/calendar';
import { confirmDissuasion } from '../../src/lib/server/banquets/dissuasion-confirmations';
import { recordDissuasion } from '../../src/lib/server/banquets/dissuasions';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { dayIn, declare, noOccasions } from './declare-banquet';

/** `counted` called off and confirmed by the town's cadre, then others that do not count. */
export async function playDissuasions(
	stage: Stage,
	town: Town,
	year: number,
	counted: number,
	others: ('reduced' | 'family-meal' | 'went-ahead')[]
): Promise<void> {
	const outcomes = [...Array<'cancelled'>(counted).fill('cancelled'), ...others];
	for (const [i, outcome] of outcomes.entries()) {
		const month = 3 + (i % 9);
		const plannedOn = dayIn(stage, year, month);
		const intended = await declare(stage, town, villageKeys[i % 4]!, noOccasions[i % noOccasions.length]!, plannedOn);
		const wentOn = addDays(plannedOn, -3);
		stage.at(wentOn, '16:30');
		const id = stage.id();
		must(await recordDissuasion(intended.ctx, { id, banquetId: intended.banquetId, wentOn, outcome, note: '' }));
		stage.at(addDays(wentOn, 1), '09:30');
		must(await confirmDissuasion(stage.as(town.actors.townCadre), { id: stage.id(), dissuasionId: id }));
	}
}
