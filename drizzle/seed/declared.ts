import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import { addDays } from '../../src/lib/domain/calendar/calendar';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import { listDissuasions } from '../../src/lib/server/db/banquets/dissuasions';
import { acknowledgeBanquet } from '../../src/lib/server/banquets/early-notices';
import { answerRecord, replyToAnswer } from '../../src/lib/server/banquets/household-answers';
import { handOverHygieneNotice } from '../../src/lib/server/banquets/hygiene-notices';
import {
	callOffOwnBanquet,
	correctOwnBanquet,
	declareOwnBanquet
} from '../../src/lib/server/banquets/household-declarations';
import { recordVisit } from '../../src/lib/server/banquets/visits';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';

interface Intended {
	village: VillageKey;
	occasion: Occasion;
	/** Days from today, of the banquet; it was declared `ago` days before today. */
	in: number;
	ago: number;
	meals: number;
	tables: number;
	/** By the household itself, on a phone. */
	isOwn?: boolean;
	/** What the household makes of its tables later. */
	correctedTo?: number;
	isCalledOff?: boolean;
	/** Visits, that many days before today, with what was said. */
	visits?: [ago: number, note: string][];
	word?: string;
	reply?: string;
	isSeen?: boolean;
	hasHygieneNotice?: boolean;
}

/** What lies ahead of the town: within the rule and beyond it, on a phone and at the office, with and without a talk. */
const intended: Intended[] = [
	{
		village: 'sanxing',
		occasion: 'wedding',
		in: 19,
		ago: 6,
		meals: 2,
		tables: 44,
		isOwn: true,
		hasHygieneNotice: true
	},
	{ village: 'sanxing', occasion: 'longevity', in: 9, ago: 2, meals: 1, tables: 24, isOwn: true },
	{
		village: 'sanxing',
		occasion: 'housewarming',
		in: 13,
		ago: 8,
		meals: 2,
		tables: 48,
		isOwn: true,
		correctedTo: 20,
		word: '亲戚说少办点，改成二十桌。菜钱自己出，不收礼。',
		reply: '好的，少办也热闹。那天要借桌凳，跟村里说。',
		isSeen: true
	},
	{
		village: 'sanxing',
		occasion: 'school',
		in: 24,
		ago: 5,
		meals: 1,
		tables: 18,
		visits: [
			[4, '孩子考上大学高兴，想请同学和亲戚。'],
			[2, '说回去跟老人商量，想改成一家人吃饭。']
		]
	},
	{ village: 'hesha', occasion: 'wedding', in: 5, ago: 21, meals: 2, tables: 46, hasHygieneNotice: true },
	{ village: 'hesha', occasion: 'full-month', in: 16, ago: 3, meals: 1, tables: 12, isOwn: true },
	{ village: 'hesha', occasion: 'longevity', in: 11, ago: 9, meals: 1, tables: 16, isOwn: true, isCalledOff: true },
	{ village: 'zhongba', occasion: 'enlistment', in: 8, ago: 7, meals: 1, tables: 10, isOwn: true },
	{ village: 'zhongba', occasion: 'wedding', in: 27, ago: 4, meals: 2, tables: 52, isOwn: true },
	{ village: 'zhongba', occasion: 'funeral', in: -2, ago: 1, meals: 3, tables: 36, isOwn: true },
	{ village: 'qiaotou', occasion: 'wedding', in: 33, ago: 10, meals: 2, tables: 60 },
	{ village: 'qiaotou', occasion: 'housewarming', in: 12, ago: 1, meals: 1, tables: 15, isOwn: true },
	{
		village: 'qiaotou',
		occasion: 'longevity',
		in: 3,
		ago: 16,
		meals: 1,
		tables: 14,
		visits: [[12, '老人八十岁，儿女都想回来。劝小办，桌数还没定。']]
	},
	{ village: 'qiaotou', occasion: 'wedding', in: -6, ago: 30, meals: 2, tables: 40, isCalledOff: true, isOwn: true }
];

/** Banquets to come after `today` with all that can happen to them, and the visits that led to the dissuasions of both years. */
export async function playDeclared(stage: Stage, town: Town, today: string): Promise<void> {
	await playEarlierVisits(stage, town);
	for (const banquet of intended) await playIntended(stage, town, today, banquet);
}

async function playIntended(stage: Stage, town: Town, today: string, banquet: Intended): Promise<void> {
	const { village, occasion, meals, tables } = banquet;
	const cadre = stage.as(town.actors[village]);
	const host = stage.newPerson();
	const plannedOn = addDays(today, banquet.in);
	const declaredOn = addDays(today, -banquet.ago);
	const size = { plannedOn, meals, venue: '自家院坝', caterer: stage.dice.pick(['甲记一条龙', '乙家流动宴席', '']) };
	const command = {
		id: stage.id(),
		unitId: stage.dice.pick(town.groups[village]),
		occasion,
		...size,
		tablesPlanned: tables,
		hostName: host.name,
		hostPhone: host.phone
	};
	stage.at(declaredOn, '19:20');
	const { banquetId } = must(
		banquet.isOwn
			? await declareOwnBanquet(stage.villager, { ...command, hasRead: true })
			: await declareBanquet(cadre, {
					...command,
					origin: 'declared',
					declaredOn,
					pricePerTable: null,
					isHygieneCertificateSeen: false
				})
	);
	const act = () => ({ id: stage.id(), banquetId });
	if (banquet.correctedTo) {
		stage.at(addDays(declaredOn, 1), '20:05');
		must(await correctOwnBanquet(stage.villager, { ...act(), ...size, tablesPlanned: banquet.correctedTo }));
	}
	if (banquet.isCalledOff) {
		stage.at(addDays(declaredOn, 2), '12:40');
		must(await callOffOwnBanquet(stage.villager, act()));
	}
	for (const [ago, note] of banquet.visits ?? []) {
		stage.at(addDays(today, -ago), '17:30');
		must(await recordVisit(cadre, { ...act(), wentOn: addDays(today, -ago), note }));
	}
	if (banquet.word) {
		stage.at(addDays(declaredOn, 2), '20:15');
		const answer = { ...act(), text: banquet.word };
		must(await answerRecord(stage.villager, answer));
		stage.at(addDays(declaredOn, 3), '09:10');
		if (banquet.reply) must(await replyToAnswer(cadre, { id: stage.id(), answerId: answer.id, text: banquet.reply }));
	}
	stage.at(addDays(declaredOn, 4), '10:00');
	if (banquet.isSeen) must(await acknowledgeBanquet(cadre, act()));
	if (banquet.hasHygieneNotice) must(await handOverHygieneNotice(cadre, act()));
}

/** Two of three dissuasions took more than one visit. */
async function playEarlierVisits(stage: Stage, town: Town): Promise<void> {
	const { rows } = await listDissuasions(stage.villager.db, town.units.town, {});
	for (const [i, { dissuasion, banquet }] of rows.entries()) {
		const village = villageKeys.find((key) => town.groups[key].includes(banquet.unitId))!;
		const isHeld = dissuasion.outcome === 'reduced' || dissuasion.outcome === 'went-ahead';
		for (let before = i % 3; before > 0 && !isHeld; before--) {
			const wentOn = addDays(dissuasion.wentOn, -before);
			stage.at(wentOn, '18:10');
			const visit = { id: stage.id(), banquetId: dissuasion.banquetId, wentOn, note: '' };
			must(await recordVisit(stage.as(town.actors[village]), visit));
		}
	}
}
