import { addDays, daysBetween, yearOf } from '../../src/lib/domain/calendar/calendar';
import { expectedByNow } from '../../src/lib/domain/targets/target';
import { setTargets } from '../../src/lib/server/targets/targets';
import { must, type Stage } from './stage';
import { paces, targets2024, targetsNow, type TargetPlan } from './target-plan';
import { villageKeys, type Town } from './town';
import { work, playTasks } from './tasks';

/** Targets of 2024 and of the year that runs on `today`, the villages' work of that year so far, and a few tasks. */
export async function playTargets(stage: Stage, town: Town, today: string): Promise<void> {
	await setYear(stage, town, 2024, targets2024, '2024-01-05');
	const year = yearOf(today);
	// The two published years stay as they were published.
	if (addDays(today, -60) < '2025-01-01') return;
	const firstOn = addDays(`${year}-01-01`, 3);
	await setYear(stage, town, year, targetsNow, firstOn < today ? firstOn : today);
	for (const plan of targetsNow) {
		for (const [at, village] of villageKeys.entries()) {
			const target = plan.villages?.[at] ?? 0;
			const count = Math.round(expectedByNow({ target, year, today: addDays(today, -1) }) * paces[village]);
			await work(stage, town, plan.figure, village, spread(`${year}-01-01`, addDays(today, -1), count));
		}
	}
	await playTasks(stage, town, today);
}

async function setYear(stage: Stage, town: Town, year: number, plans: TargetPlan[], on: string): Promise<void> {
	stage.at(on, '10:00');
	const cells = plans.flatMap(({ figure, town: whole, villages = [] }) => [
		{ figure, unitId: town.units.town, value: whole },
		...villages.map((value, at) => ({ figure, unitId: town.units[villageKeys[at]!], value }))
	]);
	const administrator = stage.as(town.actors.administrator);
	must(await setTargets(administrator, { id: stage.id(), unitId: town.units.town, year, seen: 0, cells }));
}

/** `count` days from the first to the last, evenly; none where the year has just begun. */
function spread(firstOn: string, lastOn: string, count: number): string[] {
	const days = daysBetween(firstOn, lastOn);
	if (days < 1) return [];
	return Array.from({ length: count }, (_, nth) => addDays(firstOn, Math.floor(((nth + 0.5) / count) * days)));
}
