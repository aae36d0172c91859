import { addDays, daysBetween, yearOf } from '../../src/lib/domain/calendar/calendar';
import { findFigure, type FigureId } from '../../src/lib/domain/figures/figure';
import { expectedByNow } from '../../src/lib/domain/targets/target';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { setTargets } from '../../src/lib/server/targets/targets';
import { assignTask, replyToTask, withdrawTask } from '../../src/lib/server/targets/tasks';
import { activityPlans } from './activity-plan';
import type { VillageKey } from './banquet-plan';
import { eventPlans } from './event-plan';
import { holdEvent } from './events';
import { responsibleOf } from './people';
import { must, type Stage } from './stage';
import { paces, targets2024, targetsNow, type TargetPlan } from './target-plan';
import { villageKeys, type Town } from './town';

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

/** Records of a figure by a village on these days; nothing for figures that villages keep no records of. */
async function work(stage: Stage, town: Town, figure: FigureId, village: VillageKey, days: string[]): Promise<void> {
	const { source } = findFigure(figure)!;
	for (const on of days) {
		if (source.from === 'activities') {
			const plan = activityPlans.find(({ kind }) => kind === source.kinds[0])!;
			const { kind, subjects, place, audience, result } = plan;
			stage.at(on, '17:30');
			must(
				await recordActivity(stage.as(town.actors[village]), {
					id: stage.id(),
					unitId: town.units[village],
					kind,
					doneOn: on,
					subject: subjects[0]!,
					place,
					audience,
					quantity: 1,
					result,
					responsible: responsibleOf(stage.dice),
					evidence: '',
					note: ''
				})
			);
		} else if (source.from === 'events') {
			const plan = eventPlans.find(({ kind, topic }) => kind === source.kind && topic === (source.topic ?? null))!;
			await holdEvent(stage, town, { ...plan, signups: 0 }, on, villageKeys.indexOf(village));
		}
	}
}

/** A task in each of its states, by days from today. */
const tasks: {
	village: VillageKey;
	figure: FigureId;
	quantity: number;
	given: number;
	due: number;
	note: string;
	/** Days on which the village did some of it. */
	done?: number[];
	reply?: string;
	withdrawn?: string;
}[] = [
	{
		village: 'sanxing',
		figure: 'health-services',
		quantity: 2,
		given: -41,
		due: -12,
		note: '联系镇卫生院，量血压、查血糖。',
		done: [-30, -16]
	},
	{
		village: 'zhongba',
		figure: 'defence-films',
		quantity: 3,
		given: -36,
		due: -6,
		done: [-20],
		note: '',
		reply: '放映员这几天在别的村，约好下周补放两场。'
	},
	{
		village: 'hesha',
		figure: 'arts-performances',
		quantity: 1,
		given: -30,
		due: 30,
		note: '',
		withdrawn: '和学院的下乡演出合并，不再单办。'
	},
	{
		village: 'sanxing',
		figure: 'defence-films',
		quantity: 2,
		given: -5,
		due: 24,
		done: [-2],
		note: '放在两个片区，方便老人走动。'
	},
	{
		village: 'zhongba',
		figure: 'villagers-meetings',
		quantity: 3,
		given: -4,
		due: 20,
		note: '把村规民约的修订也议一议。'
	},
	{ village: 'qiaotou', figure: 'health-services', quantity: 1, given: -3, due: 27, note: '' }
];

async function playTasks(stage: Stage, town: Town, today: string): Promise<void> {
	for (const { village, figure, quantity, given, due, note, done = [], reply, withdrawn } of tasks) {
		const townCadre = stage.as(town.actors.townCadre);
		const taskId = stage.id();
		const unitId = town.units[village];
		stage.at(addDays(today, given), '10:00');
		must(await assignTask(townCadre, { id: taskId, unitId, figure, quantity, dueOn: addDays(today, due), note }));
		await work(
			stage,
			town,
			figure,
			village,
			done.map((day) => addDays(today, day))
		);
		stage.at(addDays(today, -1), '15:00');
		if (reply) must(await replyToTask(stage.as(town.actors[village]), { id: stage.id(), taskId, text: reply }));
		if (withdrawn) must(await withdrawTask(townCadre, { id: stage.id(), taskId, reason: withdrawn }));
	}
}
