import { addDays } from '../../src/lib/domain/calendar/calendar';
import { readRow, type RowTexts } from '../../src/lib/domain/ledgers/ledger-row';
import { decideElderRow } from '../../src/lib/domain/ledgers/elder-row';
import { beginBirthdaySeries, setBirthdaySupposition } from '../../src/lib/server/birthdays/birthday-series';
import type { Context } from '../../src/lib/server/context';
import { listElders } from '../../src/lib/server/db/birthdays/elders';
import { addElder } from '../../src/lib/server/birthdays/elders';
import { markDeparture } from '../../src/lib/server/birthdays/elder-departures';
import { fromLunar } from '../../src/lib/server/calendar/lunar';
import type { VillageKey } from './banquet-plan';
import { createDice, type Dice } from './dice';
import { must, type Stage } from './stage';
import { villageKeys, type Town } from './town';
import { playHeld, playList, windowName } from './birthday-banquets';
import { comings } from './coming-plan';
import { rules } from './birthday-rules';
import { laterYears, publishedYears } from './years';

/** Elders on the roll of each village. */
const many: Record<VillageKey, number> = { sanxing: 54, hesha: 72, zhongba: 42, qiaotou: 60 };

const numerals = ['一', '二', '三', '四', '五', '六'];
const points = ['村口黄桷树', '二组晒坝', '村小学门口', '老供销社'];

/**
 * The rolls of elders, how each village holds its banquets, who came to those that were held, and the list of the one that is coming. Throws dice of
 * its own, so that nothing before it falls otherwise.
 */
export async function playElders(stage: Stage, town: Town, today: string): Promise<void> {
	const dice = createDice(19460201);
	const series = {} as Record<VillageKey, string>;
	stage.at('2023-01-03', '10:00');
	must(
		await setBirthdaySupposition(stage.as(town.actors.townCadre), {
			id: stage.id(),
			unitId: town.units.town,
			fromOn: '2023-01-01',
			sharePercent: 30,
			tablesEach: 12
		})
	);
	for (const key of villageKeys) {
		const ctx = stage.as(town.actors[key]);
		series[key] = stage.id();
		must(
			await beginBirthdaySeries(ctx, { id: series[key], unitId: town.units[key], fromOn: '2023-01-01', ...rules[key] })
		);
		const rolls = Array.from({ length: many[key] }, (_, nth) => ({
			id: stage.id(),
			texts: textsOf(stage, dice, town.groups[key].length, nth)
		}));
		for (const { id, texts } of rolls) await enrol(ctx, id, texts, town.groups[key]);
	}
	const taken = new Set<string>();
	for (const year of publishedYears) await playHeld(stage, town, { dice, series, year, taken });
	const coming = windowName('hesha', addDays(today, comings.find(({ kind }) => kind === 'birthday-banquet')!.inDays));
	const hasList = !taken.has(coming);
	taken.add(coming);
	for (const { year } of laterYears(stage, today))
		await playHeld(stage, town, { dice: createDice(19460201 + year), series, year, taken });
	await playLeaving(stage, town, today);
	if (hasList) await playList(stage, town, series, today);
}

/**
 * A line of a village's paper list, born between 1932 and 1966, most birthdays lunar, one in a leap month. It is read as the import of ledgers reads it; the
 * calendar is lunar where it does not say.
 */
async function enrol(ctx: Context, id: string, { group = '', ...texts }: RowTexts, groups: readonly string[]) {
	const reading = {
		year: null,
		is1904: false,
		calendar: 'lunar',
		headedBy: () => null,
		toSolar: fromLunar,
		isBirth: () => true,
		presentYear: 2026,
		isBeforeStart: () => false,
		meaningOf: () => null,
		addedMeaning: () => ({ isName: false, values: [] })
	} as const;
	const decided = decideElderRow(readRow('elders', texts, reading).values);
	if ('faults' in decided) throw new Error(JSON.stringify([texts, decided.faults]));
	must(await addElder(ctx, { id, unitId: groups[numerals.indexOf(group[0]!)]!, ...decided.facts }));
}

function textsOf(stage: Stage, dice: Dice, groups: number, nth: number): RowTexts {
	const { name, phone } = stage.newPerson();
	const year = 1932 + Math.floor(34 * Math.sqrt(dice.throw()));
	const isSolar = dice.throw() < 0.15;
	const [month, day] = [dice.between(1, 12), dice.between(1, 29)];
	const birth = isSolar ? `公历${year}-${month}-${Math.min(day, 28)}` : `${year}.${month}.${day}`;
	const mobility = dice.pick(['自己能走', '自己能走', '自己能走', '要人扶', '轮椅', '出不了门']);
	const isFetched = mobility !== '自己能走' || dice.throw() < 0.15;
	return {
		name,
		sex: dice.pick(['男', '女']),
		birth: nth === 7 ? '1941年闰六月初五' : birth,
		calendar: '',
		group: `${numerals[nth % groups]}组`,
		phone: dice.throw() < 0.7 ? phone : '',
		relativePhone: dice.throw() < 0.6 ? stage.newPerson().phone : '',
		mobility,
		transport: isFetched ? '要' : '',
		pickUpPoint: isFetched ? dice.pick(points) : '',
		diet: dice.pick(['', '', '', '软烂', '清淡', '少糖', '吃素']),
		companions: String(dice.pick([0, 1, 1, 1, 2])),
		photo: dice.pick(['同意', '同意', '不同意', ''])
	};
}

/** One elder moved away a while ago, another died. */
async function playLeaving(stage: Stage, town: Town, today: string): Promise<void> {
	for (const [key, reason] of [
		['sanxing', 'moved'],
		['hesha', 'died']
	] as const) {
		const ctx = stage.as(town.actors[key]);
		const elder = (await listElders(ctx.db, town.units[key]))[3]!;
		const departedOn = addDays(today, -20);
		stage.at(addDays(today, -18), '09:00');
		must(await markDeparture(ctx, { id: stage.id(), elderId: elder.id, reason, departedOn }));
	}
}
