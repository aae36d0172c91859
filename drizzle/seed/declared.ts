import { addDays } from '../../src/lib/domain/calendar/calendar';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import type { Context } from '../../src/lib/server/context';
import { listDissuasions } from '../../src/lib/server/db/banquets/dissuasion-list';
import { acknowledgeBanquet } from '../../src/lib/server/banquets/early-notices';
import { answerRecord, replyToAnswer } from '../../src/lib/server/banquets/household-answers';
import { handOverHygieneNotice } from '../../src/lib/server/banquets/hygiene-notices';
import { callOffOwnBanquet, correctOwnBanquet } from '../../src/lib/server/banquets/household-corrections';
import { declareOwnBanquet } from '../../src/lib/server/banquets/household-declarations';
import { recordVisit } from '../../src/lib/server/banquets/visits';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { intended, type Intended } from './declared-plan';
import { firstLaterOn } from './years';

/** Banquets to come after `today` with all that can happen to them, and the visits that led to the dissuasions of both published years. */
export async function playDeclared(stage: Stage, town: Town, today: string): Promise<void> {
	await playEarlierVisits(stage, town);
	// What the published years count of declarations stays.
	for (const banquet of intended)
		if (addDays(today, -banquet.ago) >= firstLaterOn) await playIntended(stage, town, today, banquet);
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
	await playHousehold(stage, banquetId, { declaredOn, size }, banquet);
	for (const [ago, note] of banquet.visits ?? []) {
		stage.at(addDays(today, -ago), '17:30');
		must(await recordVisit(cadre, { id: stage.id(), banquetId, wentOn: addDays(today, -ago), note }));
	}
	await playWords(stage, cadre, banquetId, declaredOn, banquet);
	stage.at(addDays(declaredOn, 4), '10:00');
	if (banquet.isSeen) must(await acknowledgeBanquet(cadre, { id: stage.id(), banquetId }));
	if (banquet.hasHygieneNotice) must(await handOverHygieneNotice(cadre, { id: stage.id(), banquetId }));
}

/** The household makes its banquet smaller, or calls it off. */
async function playHousehold(
	stage: Stage,
	banquetId: string,
	{
		declaredOn,
		size
	}: { declaredOn: string; size: { plannedOn: string; meals: number; venue: string; caterer: string } },
	{ correctedTo, isCalledOff }: Intended
): Promise<void> {
	if (correctedTo) {
		stage.at(addDays(declaredOn, 1), '20:05');
		must(await correctOwnBanquet(stage.villager, { id: stage.id(), banquetId, ...size, tablesPlanned: correctedTo }));
	}
	if (isCalledOff) {
		stage.at(addDays(declaredOn, 2), '12:40');
		must(await callOffOwnBanquet(stage.villager, { id: stage.id(), banquetId }));
	}
}

/** The household answers to its record, and the cadre replies. */
async function playWords(
	stage: Stage,
	cadre: Context,
	banquetId: string,
	declaredOn: string,
	{ word, reply }: Intended
): Promise<void> {
	if (!word) return;
	stage.at(addDays(declaredOn, 2), '20:15');
	const answer = { id: stage.id(), banquetId, text: word };
	must(await answerRecord(stage.villager, answer));
	stage.at(addDays(declaredOn, 3), '09:10');
	if (reply) must(await replyToAnswer(cadre, { id: stage.id(), answerId: answer.id, text: reply }));
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
