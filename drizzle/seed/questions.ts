import { addDays, instantOf } from '../../src/lib/domain/calendar/calendar';
import type { EventKind } from '../../src/lib/domain/events/event';
import type { Question } from '../../src/lib/domain/events/question';
import { answerQuestions } from '../../src/lib/server/signups/answers';
import { listEvents } from '../../src/lib/server/db/events/event-lists';
import { findEvent } from '../../src/lib/server/db/events/events';
import { listSignupsOfSlot } from '../../src/lib/server/db/signups/signup-lists';
import { addQuestion } from '../../src/lib/server/events/questions';
import { must, type Stage } from './stage';
import type { Town } from './town';

interface Asked extends Omit<Question, 'id'> {
	/** What people answer; one of these each, '' leaves it out. */
	answers: readonly string[];
}

const asking: { kind: EventKind; by: 'hesha' | 'townCadre'; questions: Asked[] }[] = [
	{
		kind: 'birthday-banquet',
		by: 'hesha',
		questions: [
			{ kind: 'yes-no', wording: '要不要派车接送？', choices: [], isRequired: true, answers: ['yes', 'no', 'no'] },
			{
				kind: 'choice',
				wording: '坐车的话，在哪里上？',
				choices: ['村口大黄桷树', '河沙小学门口', '党群服务中心'],
				isRequired: false,
				answers: ['村口大黄桷树', '', '河沙小学门口', '']
			},
			{
				kind: 'text',
				wording: '想和谁坐一桌？',
				choices: [],
				isRequired: false,
				answers: ['', '和老邻居一桌', '', '都可以']
			}
		]
	},
	{
		kind: 'volunteer-day',
		by: 'townCadre',
		questions: [
			{
				kind: 'choice',
				wording: '自己带什么工具？',
				choices: ['扫帚', '铁锹', '不带，现场领'],
				isRequired: true,
				answers: ['扫帚', '不带，现场领', '铁锹']
			},
			{ kind: 'yes-no', wording: '中午在这里吃便饭吗？', choices: [], isRequired: true, answers: ['yes', 'yes', 'no'] },
			{ kind: 'number', wording: '能做几个小时？', choices: [], isRequired: false, answers: ['3', '2', '', '1'] }
		]
	}
];

/** Two of the coming events ask something of their own; two of three parties have answered by the day before `today`. */
export async function playQuestions(stage: Stage, town: Town, today: string): Promise<void> {
	const yesterday = addDays(today, -1);
	stage.at(yesterday, '18:00');
	for (const { kind, by, questions } of asking) {
		const ctx = stage.as(town.actors[by]);
		const now = instantOf(today, '00:00');
		const { rows } = await listEvents(ctx.db, { scope: town.units.town, view: 'upcoming', now, kind });
		for (const { id: eventId } of rows) {
			const ids: string[] = [];
			for (const { answers: _, ...question } of questions) {
				const id = stage.id();
				must(await addQuestion(ctx, { id, eventId, ...question }));
				ids.push(id);
			}
			await answer(stage, eventId, ids, questions);
		}
	}
}

async function answer(stage: Stage, eventId: string, ids: string[], questions: Asked[]): Promise<void> {
	const ctx = stage.villager;
	const { slots } = (await findEvent(ctx.db, eventId))!;
	for (const slot of slots) {
		const parties = await listSignupsOfSlot(ctx.db, slot.id);
		for (const [at, { id: signupId, partySize }] of parties.entries()) {
			if (at % 3 === 2) continue;
			const given = questions.flatMap(({ answers }, i) =>
				Array.from({ length: partySize }, (_, person) => ({
					questionId: ids[i]!,
					nth: person + 1,
					value: answers[(at + person) % answers.length]!
				}))
			);
			must(await answerQuestions(ctx, { id: stage.id(), signupId, answers: given }));
		}
	}
}
