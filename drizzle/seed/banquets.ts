import { addDays } from '../../src/lib/domain/calendar/calendar';
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import { recordOutcome } from '../../src/lib/server/banquets/banquet-outcomes';
import { banquetPlans, type BanquetPlan } from './banquet-plan';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { playDissuasions } from './dissuasions';
import { dayIn, declare, noOccasions } from './declare-banquet';

/** Both years' banquets and dissuasions: 403 and 161 held, 5 and 17 dissuaded. */
export async function playBanquets(stage: Stage, town: Town): Promise<void> {
	for (const plan of banquetPlans) {
		await playHeld(stage, town, plan);
		await playCalledOff(stage, town, plan);
	}
	await playDissuasions(stage, town, 2023, 5, []);
	await playDissuasions(stage, town, 2024, 17, [
		'reduced',
		'reduced',
		'reduced',
		'family-meal',
		'family-meal',
		'went-ahead'
	]);
}

async function playHeld(stage: Stage, town: Town, plan: BanquetPlan): Promise<void> {
	const { dice } = stage;
	const villages = dice.shuffle(repeat(plan.villages));
	const months = dice.shuffle(plan.months.flatMap((count, i) => Array<number>(count).fill(i + 1)));
	const occasions = repeat(plan.occasions).sort((a, b) => Number(b === 'school') - Number(a === 'school'));
	for (const [i, occasion] of occasions.entries()) {
		const month = takeMonth(months, occasion);
		const heldOn = dayIn(stage, plan.year, month);
		const village = villages[i]!;
		const intended = await declare(stage, town, village, occasion, heldOn);
		const isReduced = i % 7 === 3 && i / 7 < plan.reduced && intended.tables > 4;
		stage.at(addDays(heldOn, 1), '10:00');
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
}

async function playCalledOff(stage: Stage, town: Town, plan: BanquetPlan): Promise<void> {
	for (let i = 0; i < plan.calledOff; i++) {
		const on = dayIn(stage, plan.year, stage.dice.between(2, 11));
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
