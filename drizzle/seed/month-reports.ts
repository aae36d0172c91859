import { checkableKinds } from '../../src/lib/domain/activities/activity';
import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import { reportMonth } from '../../src/lib/server/activities/month-reports';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';

const responsible = { 2023: '甲核实', 2024: '乙核实' };

/** Both years' months, reported by every village: what has no record had none. Complaints are the town's to check, in 2024 (`playActivities`). */
export async function playMonthReports(stage: Stage, town: Town): Promise<void> {
	for (const year of [2023, 2024] as const) {
		for (let number = 1; number <= 12; number++) {
			const month = `${year}-${String(number).padStart(2, '0')}`;
			stage.at(addDays(monthBounds(year, number).toOn, 3), '10:00');
			for (const village of villageKeys) {
				const ledgers = checkableKinds.filter((kind) => kind !== 'complaint');
				const command = { unitId: town.units[village], month, ledgers, responsible: responsible[year] };
				must(await reportMonth(stage.as(town.actors[village]), { id: stage.id(), ...command }));
			}
		}
	}
}
