import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import { recordCheckedZero } from '../../src/lib/server/activities/checked-zeros';
import { responsibleOf } from './people';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { earlierOf } from './years';

/** The town looked for complaints in a month (1 to 12) that is over, and there was none. It says so two days later, by `lastOn`. */
export async function checkComplaints(
	stage: Stage,
	town: Town,
	{ year, month, lastOn }: { year: number; month: number; lastOn?: string }
): Promise<void> {
	const on = addDays(monthBounds(year, month).toOn, 2);
	stage.at(lastOn ? earlierOf(on, lastOn) : on, '09:30');
	must(
		await recordCheckedZero(stage.as(town.actors.townCadre), {
			id: stage.id(),
			unitId: town.units.town,
			kind: 'complaint',
			month: `${year}-${String(month).padStart(2, '0')}`,
			responsible: responsibleOf(stage.dice),
			evidence: '信访登记本、举报电话记录',
			note: ''
		})
	);
}
