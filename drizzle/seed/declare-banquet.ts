// A household declares a banquet.
import { addDays, monthBounds } from '../../src/lib/domain/calendar/calendar';
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import { declareBanquet } from '../../src/lib/server/banquets/banquets';
import type { Context } from '../../src/lib/server/context';
import type { VillageKey } from './banquet-plan';
import { must, type Stage } from './stage';
import type { Town } from './town';
import { firstLaterOn, laterOf } from './years';

const venues = ['自家院坝', '村便民服务点', '一条龙大棚', '集镇饭馆'];
const caterers = ['甲记一条龙', '乙家流动宴席', '丙师傅坝坝宴', ''];

/** The occasions of a 无事酒. */
export const noOccasions: Occasion[] = ['longevity', 'school', 'housewarming', 'full-month', 'other'];

/** A banquet as its household declares it at the office, some days before. */
export async function declare(stage: Stage, town: Town, village: VillageKey, occasion: Occasion, plannedOn: string) {
	const { dice } = stage;
	const ctx: Context = stage.as(town.actors[village]);
	const isFuneral = occasion === 'funeral';
	const meantOn = addDays(plannedOn, isFuneral ? dice.between(0, 3) : -dice.between(6, 20));
	// What the published years count of declarations stays.
	const declaredOn = plannedOn < firstLaterOn ? meantOn : laterOf(meantOn, firstLaterOn);
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
	return { ctx, banquetId, tables, declaredOn };
}

/** Some day of a month (1 to 12). */
export function dayIn(stage: Stage, year: number, month: number): string {
	const { fromOn, toOn } = monthBounds(year, month);
	return addDays(fromOn, stage.dice.between(0, Number(toOn.slice(8)) - 1));
}
