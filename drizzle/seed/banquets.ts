import { addDays } from '../../src/lib/domain/calendar/calendar';
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import { recordOutcome } from '../../src/lib/server/banquets/banquet-outcomes';
import { banquetPlans, type BanquetPlan } from './banquet-plan';
import { must, spreadDates, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { playDissuasions, playLaterDissuasions } from './dissuasions';
import { dayIn, declare, noOccasions } from './declare-banquet';
import { laterBanquets, type HeldBanquet } from './later-banquets';
import { laterOf, type LaterYear } from './years';

/** A funeral is declared so many days after it at the latest. */
const latestWord = 3;

/** Both published years' banquets and dissuasions: 403 and 161 held, 5 and 17 dissuaded. */
export async function playBanquets(stage: Stage, town: Town): Promise<void> {
	for (const plan of banquetPlans) {
		await playHeld(stage, town, plan);
		for (let i = 0; i < plan.calledOff; i++)
			await callOff(stage, town, i, dayIn(stage, plan.year, stage.dice.between(2, 11)));
	}
	await playDissuasions(stage, town, 2023);
	await playDissuasions(stage, town, 2024);
}

/** A later year's banquets and dissuasions, those whose end is written down by its last day. */
export async function playLaterBanquets(later: LaterYear, town: Town): Promise<void> {
	await Promise.all([playLaterHeld(later, town), playLaterCalledOff(later, town), playLaterDissuasions(later, town)]);
}

async function playLaterHeld({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	const { reduced } = banquetPlans.at(-1)!;
	const stage = stageOf('banquets');
	for (const [i, banquet] of laterBanquets(stage.dice, year).entries()) {
		if (addDays(banquet.heldOn, latestWord) > lastOn) break;
		await hold(stage, town, banquet, i % 7 === 3 && i / 7 < reduced);
	}
}

async function playLaterCalledOff({ year, lastOn, stageOf }: LaterYear, town: Town): Promise<void> {
	const { calledOff } = banquetPlans.at(-1)!;
	const stage = stageOf('called-off');
	for (const [i, on] of spreadDates(stage.dice, year, calledOff, [2, 11]).entries())
		if (on <= lastOn) await callOff(stage, town, i, on);
}

async function playHeld(stage: Stage, town: Town, plan: BanquetPlan): Promise<void> {
	const { dice } = stage;
	const villages = dice.shuffle(repeat(plan.villages));
	const months = dice.shuffle(plan.months.flatMap((count, i) => Array<number>(count).fill(i + 1)));
	const occasions = repeat(plan.occasions).sort((a, b) => Number(b === 'school') - Number(a === 'school'));
	for (const [i, occasion] of occasions.entries()) {
		const month = takeMonth(months, occasion);
		const heldOn = dayIn(stage, plan.year, month);
		await hold(stage, town, { heldOn, village: villages[i]!, occasion }, i % 7 === 3 && i / 7 < plan.reduced);
	}
}

async function hold(stage: Stage, town: Town, { village, occasion, heldOn }: HeldBanquet, mayShrink: boolean) {
	const intended = await declare(stage, town, village, occasion, heldOn);
	const isReduced = mayShrink && intended.tables > 4;
	stage.at(laterOf(addDays(heldOn, 1), intended.declaredOn), '11:00');
	must(
		await recordOutcome(intended.ctx, {
			id: stage.id(),
			banquetId: intended.banquetId,
			outcome: isReduced ? 'reduced' : 'held',
			endedOn: heldOn,
			tablesHeld: isReduced ? Math.ceil(intended.tables / 2) : intended.tables
		})
	);
}

/** The household called it off without a visit; every other one had a family meal. */
async function callOff(stage: Stage, town: Town, i: number, on: string): Promise<void> {
	const intended = await declare(stage, town, stage.dice.pick(villageKeys), stage.dice.pick(noOccasions), on);
	stage.at(addDays(on, -2), '15:00');
	const isMeal = i % 2 === 0;
	must(
		await recordOutcome(intended.ctx, {
			id: stage.id(),
			banquetId: intended.banquetId,
			outcome: isMeal ? 'family-meal' : 'cancelled',
			endedOn: addDays(on, -2),
			tablesHeld: isMeal ? 2 : 0
		})
	);
}

/** Repeats each key as often as it counts. */
function repeat<K extends string>(counts: Record<K, number>): K[] {
	return (Object.entries(counts) as [K, number][]).flatMap(([key, count]) => Array<K>(count).fill(key));
}

/** School banquets are August's; all others take whatever month is left. */
function takeMonth(months: number[], occasion: Occasion): number {
	const at = occasion === 'school' ? months.indexOf(8) : months.length - 1;
	return months.splice(at, 1)[0]!;
}
