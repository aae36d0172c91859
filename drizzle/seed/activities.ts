import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { recordCheckedZero } from '../../src/lib/server/activities/checked-zeros';
import { activityPlans, type ActivityPlan } from './activity-plan';
import { responsibleOf } from './people';
import { must, spreadDates, type Stage } from './stage';
import { villageKeys, type Town } from './town';

/** Both years' work ledger, and twelve checked zeros of complaints in 2024. */
export async function playActivities(stage: Stage, town: Town): Promise<void> {
	for (const plan of activityPlans) {
		for (const year of [2023, 2024] as const) await playKind(stage, town, plan, year);
	}
	for (let month = 1; month <= 12; month++) await playCheckedZero(stage, town, month);
}

async function playKind(stage: Stage, town: Town, plan: ActivityPlan, year: 2023 | 2024): Promise<void> {
	const entries = plan[year];
	const quantities = Array.isArray(entries) ? entries : Array<number>(entries).fill(1);
	const dates = spreadDates(stage.dice, year, quantities.length, plan.months);
	for (const [i, quantity] of quantities.entries()) {
		const village = villageKeys[i % villageKeys.length]!;
		const isTowns = plan.by === 'town';
		stage.at(dates[i]!, '17:00');
		must(
			await recordActivity(stage.as(isTowns ? town.actors.townCadre : town.actors[village]), {
				id: stage.id(),
				unitId: isTowns ? town.units.town : town.units[village],
				kind: plan.kind,
				doneOn: dates[i]!,
				subject: plan.subjects[i % plan.subjects.length]!,
				place: plan.place,
				audience: plan.audience,
				quantity,
				result: plan.result,
				responsible: responsibleOf(stage.dice),
				evidence: '',
				note: ''
			})
		);
	}
}

async function playCheckedZero(stage: Stage, town: Town, month: number): Promise<void> {
	stage.at(addDays(monthBounds(2024, month).toOn, 2), '09:30');
	must(
		await recordCheckedZero(stage.as(town.actors.townCadre), {
			id: stage.id(),
			unitId: town.units.town,
			kind: 'complaint',
			month: `2024-${String(month).padStart(2, '0')}`,
			responsible: responsibleOf(stage.dice),
			evidence: '信访登记本、举报电话记录',
			note: ''
		})
	);
}
