// Tasks that the town gave its villages.
import { addDays } from '../../src/lib/domain/calendar/calendar';
import { getFigure, type BuiltInFigureId as FigureId } from '../../src/lib/domain/figures/figure';
import { recordActivity } from '../../src/lib/server/activities/activities';
import { assignTask, replyToTask, withdrawTask } from '../../src/lib/server/targets/tasks';
import { activityPlans } from './activity-plan';
import type { VillageKey } from './banquet-plan';
import { eventPlans } from './event-plan';
import { holdEvent } from './events';
import { responsibleOf } from './people';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { firstLaterOn } from './years';

/** Records of a figure by a village on these days; nothing for figures that villages keep no records of. */
async function work(stage: Stage, town: Town, figure: FigureId, village: VillageKey, days: string[]): Promise<void> {
	const { source } = getFigure(figure);
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
			await holdEvent(stage, town, { ...plan, signups: 0 }, on, { nth: villageKeys.indexOf(village), village });
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

export async function playTasks(stage: Stage, town: Town, today: string): Promise<void> {
	// The published years stay as they were published.
	if (addDays(today, -60) < firstLaterOn) return;
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
