import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import { declareBanquet, recordOutcome } from '../../src/lib/server/banquets/banquets';
import type { Context } from '../../src/lib/server/context';
import { confirmDissuasion, recordDissuasion } from '../../src/lib/server/banquets/dissuasions';
import { banquetPlans, type BanquetPlan, type VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import type { Town } from './town';

const venues = ['自家院坝', '村便民服务点', '一条龙大棚', '集镇饭馆'];
const caterers = ['甲记一条龙', '乙家流动宴席', '丙师傅坝坝宴', ''];

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

const villageKeys: VillageKey[] = ['sanxing', 'hesha', 'zhongba', 'qiaotou'];
const noOccasions: Occasion[] = ['longevity', 'school', 'housewarming', 'full-month', 'other'];

/** `counted` called off and confirmed by the town's cadre, then others that do not count. */
async function playDissuasions(
	stage: Stage,
	town: Town,
	year: number,
	counted: number,
	others: ('reduced' | 'family-meal' | 'went-ahead')[]
): Promise<void> {
	const outcomes = [...Array<'cancelled'>(counted).fill('cancelled'), ...others];
	for (const [i, outcome] of outcomes.entries()) {
		const month = 3 + (i % 9);
		const plannedOn = dayIn(stage, year, month);
		const intended = await declare(stage, town, villageKeys[i % 4]!, noOccasions[i % noOccasions.length]!, plannedOn);
		const wentOn = addDays(plannedOn, -3);
		stage.at(wentOn, '16:30');
		const id = stage.id();
		must(await recordDissuasion(intended.ctx, { id, banquetId: intended.banquetId, wentOn, outcome, note: '' }));
		stage.at(addDays(wentOn, 1), '09:30');
		must(await confirmDissuasion(stage.as(town.actors.townCadre), { id: stage.id(), dissuasionId: id }));
	}
}

async function declare(stage: Stage, town: Town, village: VillageKey, occasion: Occasion, plannedOn: string) {
	const { dice } = stage;
	const ctx: Context = stage.as(town.actors[village]);
	const isFuneral = occasion === 'funeral';
	const declaredOn = addDays(plannedOn, isFuneral ? dice.between(0, 3) : -dice.between(6, 20));
	const host = stage.newPerson();
	const meals = isFuneral ? dice.between(2, 4) : dice.between(1, 2);
	const tables = meals * dice.between(occasion === 'wedding' || isFuneral ? 10 : 6, occasion === 'wedding' ? 30 : 22);
	const groups = town.groups[village];
	stage.at(declaredOn, '10:30');
	const { banquetId } = must(
		await declareBanquet(ctx, {
			id: stage.id(),
			origin: dice.throw() < 0.06 && !isFuneral ? 'found' : 'declared',
			occasion,
			unitId: dice.pick(groups),
			hostName: host.name,
			hostPhone: host.phone,
			declaredOn,
			plannedOn,
			meals,
			tablesPlanned: tables,
			pricePerTable: dice.throw() < 0.4 ? dice.between(4, 7) * 100 : null,
			venue: dice.pick(venues),
			caterer: dice.pick(caterers),
			isHygieneCertificateSeen: dice.throw() < 0.7
		})
	);
	return { ctx, banquetId, tables };
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

function dayIn(stage: Stage, year: number, month: number): string {
	const { fromOn, toOn } = monthBounds(year, month);
	return addDays(fromOn, stage.dice.between(0, Number(toOn.slice(8)) - 1));
}
