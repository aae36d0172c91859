// Which banquets are held in a year after the published ones: the whole year is drawn at once, so that it does not change as it goes on.
import type { Occasion } from '../../src/lib/domain/banquets/banquet';
import type { FestivalId } from '../../src/lib/domain/calendar/festival';
import { addDays, daysBetween, monthOf, yearBounds } from '../../src/lib/domain/calendar/calendar';
import { festivalsOf } from '../../src/lib/server/calendar/festivals';
import { banquetPlans, type VillageKey } from './banquet-plan';
import type { Dice } from './dice';
import { inTurn } from './years';

export interface HeldBanquet {
	heldOn: string;
	village: VillageKey;
	occasion: Occasion;
}

/** Days around a festival, from its own day, and how many banquets a day then has for one of an ordinary day. */
const gatherings: Partial<Record<FestivalId, { from: number; to: number; weight: number }>> = {
	'spring-festival': { from: -10, to: 14, weight: 4 },
	'labour-day': { from: 0, to: 4, weight: 3 },
	'dragon-boat': { from: -1, to: 1, weight: 3 },
	'school-season': { from: 9, to: 30, weight: 1.8 },
	'mid-autumn': { from: -1, to: 1, weight: 3 },
	'national-day': { from: 0, to: 6, weight: 3 }
};

/** Weddings get fewer year by year, until there are a dozen fewer. */
function occasionsOf(year: number): Record<Occasion, number> {
	const fewer = 4 * Math.min(year - 2025, 3);
	return {
		wedding: 52 - fewer,
		funeral: 62,
		longevity: 9,
		school: 7,
		housewarming: 6,
		'full-month': 6,
		enlistment: 2,
		other: 2
	};
}

/** The banquets held in a whole year, by day: each quarter has its share of every village and occasion. */
export function laterBanquets(dice: Dice, year: number): HeldBanquet[] {
	const { school, ...others } = occasionsOf(year);
	const count = school + Object.values(others).reduce((sum, one) => sum + one, 0);
	const days = daysOf(dice, year, count);
	const villages = mixed(dice, days, inTurn(banquetPlans.at(-1)!.villages, count));
	const inAugust = days.flatMap((on, at) => (monthOf(on) === 8 ? at : []));
	const ofSchool = new Set(inAugust.filter((_, nth) => isPicked(nth, inAugust.length, school)));
	const rest = days.filter((_, at) => !ofSchool.has(at));
	const occasions = mixed(dice, rest, inTurn(others, rest.length));
	return days.map((heldOn, at) => ({
		heldOn,
		village: villages[at]!,
		occasion: ofSchool.has(at) ? 'school' : occasions.shift()!
	}));
}

/** Whether the `nth` of `all` is one of `count` that are spread evenly. */
const isPicked = (nth: number, all: number, count: number) =>
	Math.floor(((nth + 1) * count) / all) > Math.floor((nth * count) / all);

/** `count` days of a year in order, closer around festivals. */
function daysOf(dice: Dice, year: number, count: number): string[] {
	const { fromOn, toOn } = yearBounds(year);
	const days = Array.from({ length: daysBetween(fromOn, toOn) + 1 }, (_, at) => addDays(fromOn, at));
	const festivals = festivalsOf(year).flatMap(({ id, on }) => {
		const gathering = gatherings[id];
		return gathering ? { ...gathering, fromOn: addDays(on, gathering.from), toOn: addDays(on, gathering.to) } : [];
	});
	const weights = days.map((on) =>
		Math.max(1, ...festivals.filter(({ fromOn, toOn }) => on >= fromOn && on <= toOn).map(({ weight }) => weight))
	);
	const step = weights.reduce((sum, weight) => sum + weight, 0) / count;
	const held: string[] = [];
	let passed = 0;
	for (const [at, on] of days.entries()) {
		passed += weights[at]!;
		while (held.length < count && (held.length + dice.throw()) * step < passed) held.push(on);
	}
	while (held.length < count) held.push(toOn);
	return held;
}

/** The items of days in order, mixed within each quarter. */
function mixed<T>(dice: Dice, days: readonly string[], items: readonly T[]): T[] {
	const quarterOf = (on: string) => Math.ceil(monthOf(on) / 3);
	return [1, 2, 3, 4].flatMap((quarter) => dice.shuffle(items.filter((_, at) => quarterOf(days[at]!) === quarter)));
}
