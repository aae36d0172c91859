import { addDays } from '../../src/lib/domain/calendar/calendar';
import { setTargets } from '../../src/lib/server/targets/targets';
import { must, type Stage } from './stage';
import { laterTargets, targets2024, type TargetPlan } from './target-plan';
import { playTasks } from './tasks';
import { villageKeys, type Town } from './town';
import { earlierOf, laterYears } from './years';

/** Targets of 2024 and of every year from then to that of `today`, each set in its first days; and a few tasks. */
export async function playTargets(stage: Stage, town: Town, today: string): Promise<void> {
	await setYear(stage, town, 2024, targets2024, '2024-01-05');
	for (const { year } of laterYears(stage, today))
		await setYear(stage, town, year, laterTargets, earlierOf(`${year}-01-04`, addDays(today, -1)));
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
